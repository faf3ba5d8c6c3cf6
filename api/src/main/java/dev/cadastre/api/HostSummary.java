package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host in a list.
 *
 * @param id never changes, also when the host is renamed
 * @param name unique among living hosts
 * @param environment the one it belongs to, {@code unassigned} if none is known
 * @param groups in the order in which their values are looked up
 * @param address where it is reached, {@code ops@web1:22}; null for a host that only pushes
 * @param os its operating system as it calls itself; null until reported
 * @param kernel release of its kernel; null until reported
 * @param outcome how the last collection ended
 * @param observedAt when the report came in that this answer rests on; null until the first, and
 *     where it is not known for an earlier moment
 * @param stale whether that is longer ago than it should be
 * @param packages how many packages are installed
 * @param lifecycle whether it still counts
 */
public record HostSummary(
        String id,
        String name,
        String environment,
        List<String> groups,
        @Nullable String address,
        @Nullable String os,
        @Nullable String kernel,
        Outcome outcome,
        @Nullable Instant observedAt,
        boolean stale,
        int packages,
        Lifecycle lifecycle) {

    /** Copies the groups. */
    public HostSummary {
        groups = List.copyOf(groups);
    }
}
