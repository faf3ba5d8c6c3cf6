package dev.cadastre.server.inventory;

import dev.cadastre.probe.Transport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that listens on a host.
 *
 * @param name port and protocol, {@code 5432-tcp}; several addresses share it
 * @param address what it listens on; {@code 0.0.0.0} and {@code ::} are all addresses
 * @param port 1 to 65535
 * @param protocol TCP or UDP
 * @param process null where the probe may not know
 * @param user owner of the socket, null where it has no name
 * @param since the first report with it in this form
 */
public record HostService(
        String name,
        String address,
        int port,
        Transport protocol,
        @Nullable String process,
        @Nullable String user,
        Instant since) {}
