package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Conversations of one process with one peer and one service, rolled up over reports and
 * short-lived ports.
 *
 * @param direction who spoke first
 * @param process this host's process; null where the probe's user may not know
 * @param account whose process it is; null where nobody may know
 * @param remoteAddress the peer, normalised IPv4 or IPv6
 * @param servicePort the port of the side that listens: the peer's for {@link Direction#OUT}, this
 *     host's for {@link Direction#IN}
 * @param firstSeen when it was first reported
 * @param lastSeen when it was last reported
 * @param count in how many reports it was seen
 */
public record Connection(
        Direction direction,
        @Nullable String process,
        @Nullable String account,
        String remoteAddress,
        int servicePort,
        Transport protocol,
        Instant firstSeen,
        Instant lastSeen,
        long count) {

    /** Who spoke first. */
    public enum Direction {
        /** The peer came to a service of this host. */
        IN,
        /** This host went to a service of the peer. */
        OUT
    }
}
