package dev.cadastre.api.incident;

import dev.cadastre.api.monitor.MonitorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All failures that have one cause on the map.
 *
 * @param id never means another
 * @param title one line for people
 * @param cause the asset that it is because of
 * @param environment where that is
 * @param severity the worst that was of it
 * @param openedAt when it opened
 * @param acknowledgedAt when somebody began to look after it; null if nobody did
 * @param acknowledgedBy who
 * @param resolvedAt when it was over; null if it is not
 * @param resolvedBy who said that it is over; null if it was over by itself
 * @param mergedInto the id of the incident that turned out to be its cause; null for none
 * @param owner the team that answers for the cause; null if nobody does
 * @param failures how many failures of it are left
 * @param unreachable how many monitors cannot work because of it; of one that is over, how many
 *     could not at most
 * @param silence why it is not told now; null if it is
 */
public record Incident(
        long id,
        String title,
        String cause,
        String environment,
        IncidentState state,
        MonitorState severity,
        Instant openedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable Long mergedInto,
        @Nullable String owner,
        int failures,
        int unreachable,
        @Nullable Silence silence) {}
