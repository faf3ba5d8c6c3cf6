package dev.cadastre.server.change;

import dev.cadastre.change.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list; the newest first.
 *
 * @param environment with a host there; null for any
 * @param status null for any
 * @param host that it is for; null for any
 * @param change its name; null for any
 * @param before only those with a smaller id; null for all
 * @param limit the most
 */
public record RunQuery(
        @Nullable String environment,
        @Nullable Status status,
        @Nullable String host,
        @Nullable String change,
        @Nullable Long before,
        int limit) {}
