package dev.cadastre.server.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event to be written; the timeline adds id and time. The components are those of {@link
 * TimelineEvent}.
 */
public record NewEvent(
        String asset,
        String environment,
        String kind,
        String summary,
        String detail,
        String actor,
        @Nullable String run) {

    /** The actor of what the server does by itself. */
    public static final String SYSTEM = "system";

    /** The most characters a detail may have; writers shorten what is longer. */
    public static final int DETAIL_LIMIT = 100_000;

    /** Refuses a detail over the limit. */
    public NewEvent {
        if (detail.length() > DETAIL_LIMIT) {
            throw new IllegalArgumentException(
                    "The detail of " + kind + " has " + detail.length() + " characters");
        }
    }

    /** An event that belongs to no run. */
    public NewEvent(
            String asset,
            String environment,
            String kind,
            String summary,
            String detail,
            String actor) {
        this(asset, environment, kind, summary, detail, actor, null);
    }

    TimelineEvent written(long id, Instant at) {
        return new TimelineEvent(id, at, asset, environment, kind, summary, detail, actor, run);
    }
}
