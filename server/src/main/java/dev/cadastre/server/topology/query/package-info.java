/**
 * What queries can ask of hosts by the map: what runs on them, who answers for them, and what they
 * need.
 */
@NullMarked
package dev.cadastre.server.topology.query;

import org.jspecify.annotations.NullMarked;
