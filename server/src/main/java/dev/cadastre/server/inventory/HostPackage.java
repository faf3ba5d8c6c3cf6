package dev.cadastre.server.inventory;

import java.time.Instant;

/**
 * A package on a host.
 *
 * @param item what is installed
 * @param since the first report that had it, by server time
 */
public record HostPackage(KnownPackage item, Instant since) {}
