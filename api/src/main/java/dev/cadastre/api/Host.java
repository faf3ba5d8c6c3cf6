package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All about one host but what has a list of its own.
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
 * @param facts the facts that describe it in a few lines, by name; all are at {@code /facts}
 * @param sources where each section of its record comes from
 * @param contradictions where a source that is not believed tells something else than the one that
 *     is; sections and names that only one of them has are none
 * @param jsonstats the jsonstats server that is asked about it; null if none is
 * @param identity the keys by which it is recognised
 * @param conflicts the doubts about its identity that nobody has settled
 * @param breaches the rules that it breaches, and since when
 * @param declared the line of the estate file that states it; null if it was added otherwise
 */
public record Host(
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
        Lifecycle lifecycle,
        Map<String, Object> facts,
        List<SectionSource> sources,
        List<Contradiction> contradictions,
        @Nullable JsonstatsServer jsonstats,
        List<IdentityKey> identity,
        List<Conflict> conflicts,
        List<Breach> breaches,
        @Nullable Origin declared) {

    /** Copies the lists. */
    public Host {
        groups = List.copyOf(groups);
        sources = List.copyOf(sources);
        contradictions = List.copyOf(contradictions);
        identity = List.copyOf(identity);
        conflicts = List.copyOf(conflicts);
        breaches = List.copyOf(breaches);
    }
}
