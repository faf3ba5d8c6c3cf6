package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts have a package, by host name. At least one of name and purl is given.
 *
 * @param name the package's exact name; null for any
 * @param purl a package URL; one without version or qualifiers matches all; null for any
 * @param type only this type; null for all
 * @param version only this version, exactly; null for all
 * @param environment only hosts of this; null for all
 * @param host only this host; null for all
 * @param at the moment asked for; null for now
 * @param after {@link Page#next()} of the page before; null for the first
 * @param limit the most lines to return
 */
public record PackageHolderQuery(
        @Nullable String name,
        @Nullable String purl,
        @Nullable PackageType type,
        @Nullable String version,
        @Nullable String environment,
        @Nullable String host,
        @Nullable Instant at,
        @Nullable String after,
        int limit) {

    /** Refuses a question for every package. */
    public PackageHolderQuery {
        if (name == null && purl == null) {
            throw new IllegalArgumentException("Neither a name nor a purl is given");
        }
    }
}
