/** Tests of artefacts, layouts and indexes. */
@NullMarked
package dev.cadastre.parcel.oci;

import org.jspecify.annotations.NullMarked;
