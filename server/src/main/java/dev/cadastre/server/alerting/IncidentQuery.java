package dev.cadastre.server.alerting;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents; null for any.
 *
 * @param states in one of these; none for any
 * @param environment whose cause is there
 * @param asset whose cause this is, or of which it is a failure
 * @param before those with a smaller id, for the next page; null for the first
 * @param limit the most that are told
 */
public record IncidentQuery(
        Set<IncidentState> states,
        @Nullable String environment,
        @Nullable String asset,
        @Nullable Long before,
        int limit) {

    /** Copies the states. */
    public IncidentQuery {
        states = Set.copyOf(states);
    }
}
