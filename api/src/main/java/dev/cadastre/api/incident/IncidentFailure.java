package dev.cadastre.api.incident;

import dev.cadastre.api.monitor.MonitorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that does not work.
 *
 * @param key what tells it apart
 * @param monitor the id of the monitor that found it; null if another system told it
 * @param name what the monitor or the alert is called
 * @param asset what does not work
 * @param environment where that is
 * @param state how bad it is, or was at last
 * @param output what was found
 * @param since when it began
 * @param until when it ended; null while it lasts
 * @param ended why it is over; null while it lasts
 */
public record IncidentFailure(
        String key,
        @Nullable Long monitor,
        String name,
        String asset,
        String environment,
        MonitorState state,
        String output,
        Instant since,
        @Nullable Instant until,
        @Nullable String ended) {}
