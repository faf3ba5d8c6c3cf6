package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * A role that a person has.
 *
 * @param environment where; null for everywhere
 */
public record Grant(Role role, @Nullable String environment) {}
