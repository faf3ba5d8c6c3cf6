package dev.cadastre.server.alerting;

import java.time.Instant;
import java.util.List;

/**
 * Something that changed before a failure, near its cause.
 *
 * @param event the event of the timeline that tells of it
 * @param at when it happened, or was noticed
 * @param asset what changed
 * @param kind the kind of the event, such as {@code packages.changed}
 * @param summary one line for people
 * @param actor who did it
 * @param distance how many steps of the map lie between the cause and what changed; 0 for the cause
 *     itself
 * @param path the assets from the cause to what changed, with both
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
        boolean noticedAfter) {

    /** Copies the path. */
    public EarlierChange {
        path = List.copyOf(path);
    }
}
