package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advisory with what of it concerns hosts that one may see.
 *
 * @param id its name, {@code DSA-5532-1}
 * @param aliases other names of the same vulnerability
 * @param summary one line; null if there is none
 * @param details more; null if there is nothing, and in lists
 * @param severity as its source writes it, a word or a CVSS vector; null if it tells none
 * @param published null if unknown
 * @param modified when it was changed last
 * @param withdrawn when it was taken back, since when it affects nothing; null while it stands
 * @param hosts how many hosts are affected
 * @param packages the installed packages that make it so, by name
 */
public record Advisory(
        String id,
        List<String> aliases,
        @Nullable String summary,
        @Nullable String details,
        @Nullable String severity,
        @Nullable Instant published,
        Instant modified,
        @Nullable Instant withdrawn,
        int hosts,
        List<VulnerablePackage> packages) {

    /** Copies the lists. */
    public Advisory {
        aliases = List.copyOf(aliases);
        packages = List.copyOf(packages);
    }

    /**
     * A version of a package that is affected.
     *
     * @param fixed the first version that is not; of a distribution's package it is the version of
     *     the source package; null if none is told
     * @param hosts how many hosts have it
     */
    public record VulnerablePackage(
            String name, String type, String version, @Nullable String fixed, int hosts) {}
}
