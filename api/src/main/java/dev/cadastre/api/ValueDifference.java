package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * A value that is not the same on both sides.
 *
 * @param name what it is the value of
 * @param from as it is on the first side; null where it is missing there
 * @param to as it is on the second side; null where it is missing there
 */
public record ValueDifference(
        Change change, String name, @Nullable String from, @Nullable String to) {}
