package dev.cadastre.server.alerting.incident;

import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an incident is to be from now on.
 *
 * @param id its id; negative for one that is new, which stands for it in {@code mergedInto} of
 *     others
 * @param resolvedAt when it was over; null if it is not
 * @param mergedInto the id of the incident that what was left of it is because of
 * @param failures those that are new, different or over
 * @param happened what became of it, in order
 */
public record Decision(
        long id,
        String cause,
        String environment,
        String title,
        MonitorState severity,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable Long mergedInto,
        List<Failure> failures,
        List<Happening> happened) {

    /** Copies the lists. */
    public Decision {
        failures = List.copyOf(failures);
        happened = List.copyOf(happened);
    }

    /** Whether there was no such incident before. */
    public boolean isNew() {
        return id < 0;
    }
}
