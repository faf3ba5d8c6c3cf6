/** Parcels by REST. */
@NullMarked
package dev.cadastre.server.web.api.parcel;

import org.jspecify.annotations.NullMarked;
