/**
 * The relations of all assets in memory, by number, and what follows from them: what falls with
 * what, what nothing stands in for, what needs itself, and how two assets are connected. It knows
 * no names, no people and no database.
 */
@NullMarked
package dev.cadastre.server.topology.graph;

import org.jspecify.annotations.NullMarked;
