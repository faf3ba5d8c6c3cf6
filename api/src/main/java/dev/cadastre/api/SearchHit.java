package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a search found.
 *
 * @param title its name
 * @param detail what to know about it, as one line
 * @param link its page
 * @param host the host it is on; null where that says nothing
 * @param environment the environment it is in; null where that says nothing
 * @param version of a package on a host, or of a parcel; null otherwise
 * @param since when a package came to its host in this version; null otherwise
 */
public record SearchHit(
        Kind kind,
        String title,
        String detail,
        String link,
        @Nullable String host,
        @Nullable String environment,
        @Nullable String version,
        @Nullable Instant since) {

    /** What can be found. */
    public enum Kind {
        ENVIRONMENT,
        HOST,
        APP,
        /** A package wherever it is. */
        PACKAGE,
        /** The newest version of one. */
        PARCEL,
        /** A package on one host. */
        INSTALLED_PACKAGE
    }
}
