/** Parcels as they are kept: their content in a folder, what is known of them in tables. */
@NullMarked
package dev.cadastre.server.parcels.repository;

import org.jspecify.annotations.NullMarked;
