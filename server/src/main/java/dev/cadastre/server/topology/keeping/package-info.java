/**
 * How the map is kept: its tables over time, what of them is in memory, and the turns in which both
 * are changed. Only {@link dev.cadastre.server.topology.keeping.MapWriter} and the tables of what
 * is told write; memory follows when that is committed.
 */
@NullMarked
package dev.cadastre.server.topology.keeping;

import org.jspecify.annotations.NullMarked;
