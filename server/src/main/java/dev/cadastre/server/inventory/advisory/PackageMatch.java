package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import org.jspecify.annotations.Nullable;

/**
 * A package of the dictionary that an advisory is about.
 *
 * @param release only on hosts with this release of their system; null for all
 * @param fixed the first version that is not affected; null if none is told
 */
record PackageMatch(
        String advisory,
        int packageId,
        PackageType type,
        String name,
        String version,
        @Nullable String namespace,
        @Nullable String release,
        @Nullable String fixed) {}
