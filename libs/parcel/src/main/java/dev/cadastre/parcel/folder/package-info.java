/** A parcel's folder on a disk: which files it has, and whether a parcel may have them. */
@NullMarked
package dev.cadastre.parcel.folder;

import org.jspecify.annotations.NullMarked;
