package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a host, under whatever names it had. Thread-safe. */
public interface History {

    /**
     * The host's timeline events between two moments, newest first.
     *
     * @param since the earliest; null for no bound
     * @param until the latest; null for no bound
     * @throws UnknownHost if there is none of that name within reach
     */
    Page<TimelineEvent> of(
            String host,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String after,
            int limit,
            Reach reach);
}
