package dev.cadastre.server.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts to list, by name.
 *
 * @param environment only hosts of this; null for all
 * @param group only hosts of this; null for all
 * @param text only hosts whose name contains it, whatever the case; null for all
 * @param failing only hosts whose collection fails
 * @param lifecycle only hosts in this state; null for both
 * @param at the moment asked for; null for now
 * @param after {@link Page#next()} of the page before; null for the first
 * @param limit the most hosts to return
 */
public record HostQuery(
        @Nullable String environment,
        @Nullable String group,
        @Nullable String text,
        boolean failing,
        @Nullable Lifecycle lifecycle,
        @Nullable Instant at,
        @Nullable String after,
        int limit) {

    /** All living hosts, from the first. */
    public static HostQuery living(int limit) {
        return new HostQuery(null, null, null, false, Lifecycle.LIVE, null, null, limit);
    }

    /** The same, whether the hosts live or not. */
    HostQuery inAnyLife() {
        return new HostQuery(environment, group, text, failing, null, at, after, limit);
    }

    /** Whether hosts are left out for what they are. */
    boolean isNarrowed() {
        return environment != null
                || group != null
                || text != null
                || failing
                || lifecycle == Lifecycle.RETIRED;
    }
}
