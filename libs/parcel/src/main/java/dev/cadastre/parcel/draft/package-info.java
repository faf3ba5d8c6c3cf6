/** Makes the folder of a parcel that works, for somebody to go on from. */
@NullMarked
package dev.cadastre.parcel.draft;

import org.jspecify.annotations.NullMarked;
