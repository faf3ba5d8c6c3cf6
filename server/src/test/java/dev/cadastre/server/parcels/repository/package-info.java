@NullMarked
package dev.cadastre.server.parcels.repository;

import org.jspecify.annotations.NullMarked;
