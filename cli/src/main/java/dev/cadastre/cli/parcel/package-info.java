/** Parcels of this machine, and repositories of them. */
@NullMarked
package dev.cadastre.cli.parcel;

import org.jspecify.annotations.NullMarked;
