/** Turns answers into tables, CSV, names or JSON that are safe to print on a terminal. */
@NullMarked
package dev.cadastre.cli.output;

import org.jspecify.annotations.NullMarked;
