/**
 * The map as readers are shown it, now or at a moment: assets with their owners, relations with
 * their evidence, parts, differences and exports. What a reader may not see is in none of it.
 */
@NullMarked
package dev.cadastre.server.topology.reading;

import org.jspecify.annotations.NullMarked;
