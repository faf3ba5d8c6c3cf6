package dev.cadastre.server.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param id grows with each event; gaps are possible
 * @param at server time
 * @param asset what it happened to, {@code host:web1}
 * @param environment the environment of the asset at that time; readers of other environments do
 *     not see the event
 * @param kind a stable word, {@code packages.changed}
 * @param summary one line for people
 * @param detail a JSON object, never more than {@link NewEvent#DETAIL_LIMIT} characters
 * @param actor who or what did it, {@code person:anna}, {@code token:ci}, {@code system}
 * @param run the run it belongs to
 */
public record TimelineEvent(
        long id,
        Instant at,
        String asset,
        String environment,
        String kind,
        String summary,
        String detail,
        String actor,
        @Nullable String run) {}
