package dev.cadastre.server.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which assets are wanted.
 *
 * @param kind only of this; null for all
 * @param environment only in this; null for all
 * @param text only those with this in their names, letter case apart; null for all
 * @param q only on, or directly beside, hosts that this query finds; null for all
 * @param presence only with this; null for all
 * @param at the moment; null for now
 * @param after the continuation of the page before; null for the first
 * @param limit the most to return
 */
public record AssetQuery(
        @Nullable String kind,
        @Nullable String environment,
        @Nullable String text,
        @Nullable String q,
        @Nullable Presence presence,
        @Nullable Instant at,
        @Nullable String after,
        int limit) {}
