/** Who signed a parcel, and whether that is enough: envelopes, statements, keys and decisions. */
@NullMarked
package dev.cadastre.parcel.trust;

import org.jspecify.annotations.NullMarked;
