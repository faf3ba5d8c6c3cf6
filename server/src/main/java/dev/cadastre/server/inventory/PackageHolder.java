package dev.cadastre.server.inventory;

import java.time.Instant;

/**
 * A host that has a package.
 *
 * @param host the host's name
 * @param environment the host's environment
 * @param item what is installed
 * @param since the first report that had it, by server time
 */
public record PackageHolder(String host, String environment, KnownPackage item, Instant since) {}
