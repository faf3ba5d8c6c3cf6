package dev.cadastre.probe;

import org.jspecify.annotations.Nullable;

/**
 * A socket that waits for others to speak first.
 *
 * @param protocol TCP or UDP
 * @param address normalised: dotted IPv4 (also for v4-mapped IPv6) or RFC 5952 IPv6; {@code
 *     0.0.0.0} and {@code ::} are all addresses
 * @param port 1 to 65535
 * @param process name of the oldest process that holds it; null if the probe's user may not know
 * @param pid of that process
 * @param uid owner of the socket
 * @param user that owner's name in the host's own passwd file
 */
public record Listener(
        Transport protocol,
        String address,
        int port,
        @Nullable String process,
        @Nullable Integer pid,
        long uid,
        @Nullable String user) {}
