package dev.cadastre.server.topology.socket;

import dev.cadastre.server.estate.Port;
import java.time.Instant;

/**
 * Connections of one program of a host with one peer, rolled up.
 *
 * @param out whether this host spoke first
 * @param speaker the host's own program; {@link Speaker#UNKNOWN} where that is hidden
 * @param address the peer's
 * @param port of the side that listens
 * @param now whether the last report has it
 * @param lastSeen the last report that had it
 */
public record SpokenLine(
        boolean out, Speaker speaker, String address, Port port, boolean now, Instant lastSeen) {}
