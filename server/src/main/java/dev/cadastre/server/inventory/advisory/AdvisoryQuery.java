package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which advisories to list.
 *
 * @param host only those that affect this host; null for all
 * @param packageName only those about packages of this name; null for all
 * @param type only those about packages of this type; null for all
 * @param after the id after which the page begins; null for the first page
 * @param limit how many at most
 */
@NamedInterface("advisory")
public record AdvisoryQuery(
        @Nullable String host,
        @Nullable String packageName,
        @Nullable PackageType type,
        @Nullable String after,
        int limit) {}
