package dev.cadastre.server.monitoring.watching;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which monitors to look at; null for any.
 *
 * @param text part of a name or an asset, in whatever case
 * @param q of hosts that this query finds, and of what is on them
 * @param environment in an environment
 * @param conditions of which one of these is to be said; none for any
 * @param after those behind a place; null for the first
 * @param limit the most that are told
 */
@NamedInterface("watching")
public record OverviewQuery(
        @Nullable String text,
        @Nullable String q,
        @Nullable String environment,
        Set<Condition> conditions,
        @Nullable OverviewPlace after,
        int limit) {

    /** Copies the conditions. */
    public OverviewQuery {
        conditions = Set.copyOf(conditions);
    }
}
