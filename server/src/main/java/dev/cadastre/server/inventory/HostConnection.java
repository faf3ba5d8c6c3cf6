package dev.cadastre.server.inventory;

import dev.cadastre.probe.Transport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Connections of one process with one service, rolled up over reports and short-lived ports.
 *
 * @param direction who spoke first
 * @param process this host's process; null where the probe may not know
 * @param account whose process it is; null where nobody may know
 * @param protocol TCP or UDP
 * @param remoteAddress the peer
 * @param servicePort the port of the side that listens
 * @param firstSeen the first report with such a connection
 * @param lastSeen the last one
 * @param count in how many reports it was seen
 */
public record HostConnection(
        Direction direction,
        @Nullable String process,
        @Nullable String account,
        Transport protocol,
        String remoteAddress,
        int servicePort,
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
