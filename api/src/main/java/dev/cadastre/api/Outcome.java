package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last attempt to collect a host ended.
 *
 * @param kind what happened
 * @param since the first attempt of the unbroken row that ended this way
 * @param reason what happened, as a sentence; null when there is nothing to say
 * @param remedy what to do about it, as a sentence; null when nothing is to be done
 * @param lastAttempt when it was last tried; null if never
 */
public record Outcome(
        Kind kind,
        Instant since,
        @Nullable String reason,
        @Nullable String remedy,
        @Nullable Instant lastAttempt) {

    /** What can happen to a collection. */
    public enum Kind {
        /** A report came in. */
        COLLECTED,
        /** No connection could be made. */
        UNREACHABLE,
        /** The host did not let us in. */
        REFUSED,
        /** The host showed another SSH key than the pinned one; nothing is sent to it. */
        KEY_CHANGED,
        /** The host began to answer but did not end in time. */
        TIMED_OUT,
        /** What came was not a report. */
        GARBLED,
        /** The server itself failed, such as to keep the report; the host may be well. */
        SERVER_FAILED,
        /** Nothing was tried yet. */
        PENDING
    }
}
