package dev.cadastre.server.parcels.app;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A value that changes, as people may see it.
 *
 * @param host where
 * @param name of the parameter
 * @param before null if it had none
 * @param after null if it has none any more
 */
@NamedInterface("app")
public record AppDifference(
        String host, String name, @Nullable String before, @Nullable String after) {}
