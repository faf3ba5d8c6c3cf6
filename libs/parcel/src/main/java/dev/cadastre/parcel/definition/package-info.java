/**
 * What a parcel states of itself: {@code parcel.ini} and {@code monitors.ini}, read into a {@link
 * dev.cadastre.parcel.definition.ParcelDefinition}. Takes bytes and opens nothing.
 */
@NullMarked
package dev.cadastre.parcel.definition;

import org.jspecify.annotations.NullMarked;
