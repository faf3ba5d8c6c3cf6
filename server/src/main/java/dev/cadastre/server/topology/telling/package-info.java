/**
 * What people and tools tell of the map: assets and relations, one by one or as tables,
 * deployments, teams, and corrections, which outlive what is seen later. What is wrong with it is
 * said all at once, and nothing of it is taken then.
 */
@NullMarked
package dev.cadastre.server.topology.telling;

import org.jspecify.annotations.NullMarked;
