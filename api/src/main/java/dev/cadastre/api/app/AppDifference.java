package dev.cadastre.api.app;

import org.jspecify.annotations.Nullable;

/**
 * A value that changes.
 *
 * @param host where; null if it does so on all hosts
 * @param name of the parameter
 * @param before null if it had none
 * @param after null if it has none any more
 */
public record AppDifference(
        @Nullable String host, String name, @Nullable String before, @Nullable String after) {}
