package dev.cadastre.server.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something found.
 *
 * @param kind what it is
 * @param rank how well it fits
 * @param title its name
 * @param detail what to know about it, in a line
 * @param host the host that it is, or is on; null for none
 * @param environment the environment that it is, or is in; null for none
 * @param type of a package: the purl type; null otherwise
 * @param version of a package on a host, or of a parcel; null otherwise
 * @param since when a package came to its host in this version; null otherwise
 */
public record SearchHit(
        Kind kind,
        Rank rank,
        String title,
        String detail,
        @Nullable String host,
        @Nullable String environment,
        @Nullable String type,
        @Nullable String version,
        @Nullable Instant since) {

    /** What can be found, in the order in which equals are shown. */
    public enum Kind {
        /** A package on one host. */
        INSTALLED_PACKAGE,
        HOST,
        APP,
        /** A package wherever it is. */
        PACKAGE,
        /** The newest version of one. */
        PARCEL,
        ENVIRONMENT
    }

    /** How well something fits, the best first. */
    public enum Rank {
        /** It is what was named. */
        EXACT,
        /** Its name begins so. */
        BEGINNING,
        /** Its name contains that. */
        PART;

        /** How well {@code name} fits {@code wanted}, letter case apart. */
        public static Rank of(String name, String wanted) {
            if (name.equalsIgnoreCase(wanted)) {
                return EXACT;
            }
            return name.regionMatches(true, 0, wanted, 0, wanted.length()) ? BEGINNING : PART;
        }
    }
}
