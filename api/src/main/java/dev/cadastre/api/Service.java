package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that listens on a host.
 *
 * @param name port and protocol, {@code 5432-tcp}
 * @param address what it listens on; {@code 0.0.0.0} and {@code ::} are all addresses
 * @param port 1 to 65535
 * @param process null where the probe's user may not know
 * @param user the account it runs as; null where unknown
 * @param since when it was first seen so
 */
public record Service(
        String name,
        String address,
        int port,
        Transport protocol,
        @Nullable String process,
        @Nullable String user,
        Instant since) {}
