/**
 * What stops if some assets do, whom that concerns, and what nothing stands in for; in the names of
 * the map, over the numbers of the graph.
 */
@NullMarked
package dev.cadastre.server.topology.impact;

import org.jspecify.annotations.NullMarked;
