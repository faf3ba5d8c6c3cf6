/**
 * Parcels as OCI artefacts: built of a folder, written to a layout or to one file, read without
 * unpacking anything, verified and unpacked. The format stands in {@code docs/formats/parcel.md}.
 */
@NullMarked
package dev.cadastre.parcel.artefact;

import org.jspecify.annotations.NullMarked;
