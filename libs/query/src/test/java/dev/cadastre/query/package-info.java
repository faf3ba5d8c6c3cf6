/** Reads queries good, bad and generated over the fields of an estate. */
@NullMarked
package dev.cadastre.query;

import org.jspecify.annotations.NullMarked;
