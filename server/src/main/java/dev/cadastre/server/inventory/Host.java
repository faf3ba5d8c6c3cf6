package dev.cadastre.server.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host, now or at an earlier moment.
 *
 * @param id never changes
 * @param name unique among living hosts
 * @param environment {@code unassigned} if none is known
 * @param groups in the estate's order
 * @param address where it is reached; null if it reports by itself
 * @param os the operating system as it names itself; null before the first report
 * @param osId the id of the operating system, {@code debian}; always the present one
 * @param kernel the kernel's release; null before the first report
 * @param outcome how the last attempt to collect it went; always the present one
 * @param observedAt server time of the last accepted report; null before the first, and at an
 *     earlier moment after which reports were accepted, for then it is not known
 * @param stale whether that was longer ago than three rounds of collection
 * @param packages how many packages it has
 * @param lifecycle whether it is still there
 * @param retiredAt when it was retired; null while it lives
 * @param firstSeen when it was declared or first reported
 * @param declared whether the estate states it
 * @param file the estate file that states it, null if none
 * @param line the line in that file, 0 without one
 */
public record Host(
        UUID id,
        String name,
        String environment,
        List<String> groups,
        @Nullable String address,
        @Nullable String os,
        @Nullable String osId,
        @Nullable String kernel,
        Outcome outcome,
        @Nullable Instant observedAt,
        boolean stale,
        int packages,
        Lifecycle lifecycle,
        @Nullable Instant retiredAt,
        Instant firstSeen,
        boolean declared,
        @Nullable String file,
        int line) {
    public Host {
        groups = List.copyOf(groups);
    }
}
