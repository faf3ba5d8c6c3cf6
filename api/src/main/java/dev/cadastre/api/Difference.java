package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not the same on both sides.
 *
 * @param name what it is
 * @param from as it is on the first side; null where it is missing there
 * @param to as it is on the second side; null where it is missing there
 */
public record Difference<T>(Change change, String name, @Nullable T from, @Nullable T to) {}
