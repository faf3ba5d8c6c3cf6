/** Parcels that the server keeps. */
@NullMarked
package dev.cadastre.api.parcel;

import org.jspecify.annotations.NullMarked;
