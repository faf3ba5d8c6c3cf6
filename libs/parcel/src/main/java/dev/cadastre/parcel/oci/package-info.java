/** Artefacts, layouts and indexes as the OCI image specification has them. */
@NullMarked
package dev.cadastre.parcel.oci;

import org.jspecify.annotations.NullMarked;
