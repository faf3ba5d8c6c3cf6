package dev.cadastre.server.search;

import java.time.Instant;

/**
 * A query with a name, which others mention as {@code saved:NAME}.
 *
 * @param name unique among saved queries
 * @param q the query
 * @param savedBy who saved it last, as lists show it
 * @param savedAt when that was
 */
public record SavedQuery(String name, String q, String savedBy, Instant savedAt) {}
