package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.installed.NamePattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which names of packages to list, by name.
 *
 * @param text only names that fit, as {@link NamePattern} says; null for all
 * @param type only this type; null for all
 * @param at the moment asked for; null for now
 * @param after {@link Page#next()} of the page before; null for the first
 * @param limit the most names to return
 */
public record PackageNameQuery(
        @Nullable String text,
        @Nullable PackageType type,
        @Nullable Instant at,
        @Nullable String after,
        int limit) {}
