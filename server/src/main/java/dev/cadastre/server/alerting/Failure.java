package dev.cadastre.server.alerting;

import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody has to hear of.
 *
 * @param key what tells it apart, {@code monitor:17} or {@code alert:FINGERPRINT}
 * @param monitor the monitor that found it; null if another system told it
 * @param name what the monitor or the alert is called
 * @param asset what does not work, under the name that it had then
 * @param environment where that is
 * @param output what was found, one line
 * @param since when it began
 * @param until when it ended; null while it lasts
 * @param ended why it is none any more, as a sentence; null while it lasts
 */
public record Failure(
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
