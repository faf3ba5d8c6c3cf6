package dev.cadastre.server.web.api.events;

import dev.cadastre.server.access.Reach;

/**
 * What a listener is to hear, and where.
 *
 * @param timeline of the timeline; nowhere for nothing of it
 * @param states of monitors; nowhere for nothing of them
 * @param runs of changes; nowhere for nothing of them
 */
record Hearing(Reach timeline, Reach states, Reach runs) {}
