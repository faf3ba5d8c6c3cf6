package dev.cadastre.parcel.artefact;

import dev.cadastre.parcel.folder.ParcelFile;

/**
 * A file, and where it is.
 *
 * @param file the file
 * @param layer the number of its layer, from 0
 */
record LayeredFile(ParcelFile file, int layer) {}
