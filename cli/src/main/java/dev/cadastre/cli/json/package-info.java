/**
 * JSON as values, read by streaming. Binding to the records of the wire would take longer than a
 * whole command may take, and a tree prints what a newer server adds as well.
 */
@NullMarked
package dev.cadastre.cli.json;

import org.jspecify.annotations.NullMarked;
