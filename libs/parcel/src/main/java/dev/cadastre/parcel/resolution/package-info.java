/** Which versions of which parcels go together, and the file that keeps the answer. */
@NullMarked
package dev.cadastre.parcel.resolution;

import org.jspecify.annotations.NullMarked;
