package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one source told of one section of a host the last time.
 *
 * @param section {@code packages-dpkg}, {@code sockets}, {@code plugin:billing}
 * @param source how it came
 * @param believed whether the answers rest on it; another source is only shown beside it
 * @param status how its collection went
 * @param reason what was wrong with it, as a sentence; null if nothing was
 * @param observedAt when it came
 */
public record SectionSource(
        String section,
        Source source,
        boolean believed,
        Status status,
        @Nullable String reason,
        Instant observedAt) {

    /** How a report came, the most believed first. */
    public enum Source {
        /** The server ran the probe on the host. */
        PROBE,
        /** The host, or somebody in its name, sent it. */
        PUSH,
        /** A bill of materials. */
        SBOM,
        /** A jsonstats server that this server asked. */
        JSONSTATS,
        /** Another inventory. */
        IMPORT
    }

    /** How the collection of a section went. */
    public enum Status {
        /** All that there is was collected. */
        COLLECTED,
        /** The host has nothing of the kind. */
        ABSENT,
        /** What is there is true, but more may exist. */
        FAILED,
        /** It was stopped at its time limit; more may exist. */
        TIMED_OUT,
        /** It was stopped at its size limit; more may exist. */
        TRUNCATED
    }
}
