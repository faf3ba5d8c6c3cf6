package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Conversations of one process with one remote address and port, rolled up.
 *
 * @param process null where the probe's user may not know
 * @param remoteAddress normalised IPv4 or IPv6
 * @param remotePort the listening side's port; null for the many ports of those who call a service
 *     of this host
 * @param firstSeen when it was first reported
 * @param lastSeen when it was last reported
 * @param count in how many reports it was seen
 */
public record Connection(
        @Nullable String process,
        String remoteAddress,
        @Nullable Integer remotePort,
        Transport protocol,
        Instant firstSeen,
        Instant lastSeen,
        long count) {}
