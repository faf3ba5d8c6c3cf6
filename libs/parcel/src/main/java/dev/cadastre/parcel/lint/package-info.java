/** Finds in parcels what their format does not forbid and what does not work. */
@NullMarked
package dev.cadastre.parcel.lint;

import org.jspecify.annotations.NullMarked;
