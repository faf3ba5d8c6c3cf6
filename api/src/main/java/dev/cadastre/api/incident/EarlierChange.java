package dev.cadastre.api.incident;

import java.time.Instant;
import java.util.List;

/**
 * Something that changed before a failure, near its cause.
 *
 * @param event the id of the event of the timeline that tells of it
 * @param at when it happened, or was noticed
 * @param asset what changed
 * @param kind the kind of the event
 * @param summary one line for people
 * @param actor who did it
 * @param distance how many relations lie between the cause and what changed; 0 for the cause itself
 * @param path from the cause to what changed, with both
 * @param noticedAfter whether it became known after the failure began, so that it may have happened
 *     before or after
 */
public record EarlierChange(
        long event,
        Instant at,
        String asset,
        String kind,
        String summary,
        String actor,
        int distance,
        List<String> path,
        boolean noticedAfter) {}
