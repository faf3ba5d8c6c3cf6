package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * What a token may do.
 *
 * @param environment where; null for everywhere
 * @param host the only host that a REPORTER may report; null for any, and for other roles
 */
public record Scope(Role role, @Nullable String environment, @Nullable String host) {}
