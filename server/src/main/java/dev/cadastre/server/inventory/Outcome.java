package dev.cadastre.server.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last attempt to collect a host went.
 *
 * @param kind what happened
 * @param since the first attempt of the unbroken row that went this way
 * @param reason what went wrong, for a person; null where nothing did
 * @param remedy what to do about it; null where nothing is to be done
 * @param lastAttempt when it was last tried, null if never
 */
public record Outcome(
        Kind kind,
        Instant since,
        @Nullable String reason,
        @Nullable String remedy,
        @Nullable Instant lastAttempt) {

    /** What may come of an attempt to collect a host. */
    public enum Kind {
        /** Never tried. */
        PENDING,
        COLLECTED,
        UNREACHABLE,
        /** It answered and let us not in. */
        REFUSED,
        KEY_CHANGED,
        TIMED_OUT,
        /** What it sent is no report. */
        GARBLED,
        /** The server itself could not do its part, such as to keep the report. */
        SERVER_FAILED;

        /** Whether somebody has to look after it. */
        public boolean failing() {
            return this != PENDING && this != COLLECTED;
        }
    }
}
