package dev.cadastre.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param id grows with each event; gaps are possible
 * @param at by the server's clock
 * @param asset what it happened to, {@code host:web1}
 * @param environment the asset's environment at that time
 * @param kind a stable word, {@code packages.changed}
 * @param summary one line for people
 * @param detail depends on the kind; empty where there is nothing more to say
 * @param actor who did it: {@code person:anna}, {@code token:ci}, {@code system}
 * @param run the run it belongs to; null outside of one
 */
public record TimelineEvent(
        long id,
        Instant at,
        String asset,
        String environment,
        String kind,
        String summary,
        Map<String, Object> detail,
        String actor,
        @Nullable String run) {}
