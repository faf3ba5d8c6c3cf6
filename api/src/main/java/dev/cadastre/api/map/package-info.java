/** The map on the wire: assets, relations with their evidence, and what falls with what. */
@NullMarked
package dev.cadastre.api.map;

import org.jspecify.annotations.NullMarked;
