package dev.cadastre.server.alerting;

import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All failures that have one cause on the map.
 *
 * @param id never means another
 * @param cause the asset that it is because of, under the name that it had when it opened
 * @param title one line for people, never longer than 200 characters
 * @param environment where the cause is
 * @param severity the worst that a failure of it was since it opened
 * @param acknowledgedAt null while nobody looks after it
 * @param acknowledgedBy who looks after it
 * @param resolvedAt null while it is not over
 * @param resolvedBy who said that it is over; null if it was over by itself
 * @param mergedInto the incident that turned out to be its cause; null for none
 * @param owner the team that answers for the cause, or did when it was over; null if nobody does
 * @param failures how many failures of it are left
 * @param unreachable how many monitors cannot work because of it; of one that is over, how many
 *     could not at most
 */
public record Incident(
        long id,
        String cause,
        String title,
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
        int unreachable) {}
