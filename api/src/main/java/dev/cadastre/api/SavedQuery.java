package dev.cadastre.api;

import java.time.Instant;

/**
 * A query with a name, which other queries mention as {@code saved:NAME}.
 *
 * @param name unique among saved queries
 * @param q the query
 * @param savedBy who saved it last
 * @param savedAt when that was
 */
public record SavedQuery(String name, String q, String savedBy, Instant savedAt) {}
