package dev.cadastre.server.inventory.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which breaches to list.
 *
 * @param rule only those of this rule; null for all
 * @param host only those by this host; null for all
 * @param environment only those by hosts of this environment; null for all
 * @param at the moment; null for now
 * @param after where the page before ended; null for the first page
 * @param limit how many at most
 */
@NamedInterface("rule")
public record BreachQuery(
        @Nullable String rule,
        @Nullable String host,
        @Nullable String environment,
        @Nullable Instant at,
        @Nullable String after,
        int limit) {}
