package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.installed.NamePattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which packages of a host to list, by name.
 *
 * @param host the host's name
 * @param text only packages whose name fits, as {@link NamePattern} says; null for all
 * @param type only packages of this type; null for all
 * @param at the moment asked for; null for now
 * @param after {@link Page#next()} of the page before; null for the first
 * @param limit the most packages to return
 */
public record HostPackageQuery(
        String host,
        @Nullable String text,
        @Nullable PackageType type,
        @Nullable Instant at,
        @Nullable String after,
        int limit) {}
