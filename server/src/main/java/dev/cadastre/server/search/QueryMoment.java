package dev.cadastre.server.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a query asks about.
 *
 * @param at the moment asked for; null for now
 * @param instant the same, or what the clock said when now was asked for
 */
public record QueryMoment(@Nullable Instant at, Instant instant) {}
