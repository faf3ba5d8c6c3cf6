/**
 * Parcels in registries, in layouts of web servers and in folders, and on their way between these.
 * Speaks the OCI distribution protocol by the JDK's HTTP client. Whoever answers is not believed:
 * answers are bounded, blobs are verified, credentials go to nobody but the registry itself.
 */
@NullMarked
package dev.cadastre.parcel.registry;

import org.jspecify.annotations.NullMarked;
