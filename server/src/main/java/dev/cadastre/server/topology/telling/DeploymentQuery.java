package dev.cadastre.server.topology.telling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which deployments to read, newest first.
 *
 * @param app only those of it; null for all
 * @param host only those on it; null for all
 * @param environment only those there; null for all
 * @param since only those at or after this time; null for no bound
 * @param until only those before this time; null for no bound
 * @param before only those with a smaller id, for the next page; null for the first
 * @param limit the most to return
 */
@NamedInterface("telling")
public record DeploymentQuery(
        @Nullable String app,
        @Nullable String host,
        @Nullable String environment,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Long before,
        int limit) {}
