package dev.cadastre.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line of releases is supported by those who make it, and who says so.
 *
 * @param status the answer
 * @param product as endoflife.date calls it: {@code python}, {@code rhel}
 * @param label the product for people
 * @param cycle the line of releases: {@code 3.9}; a guess where no fact tells of it
 * @param words the answer for people, with its date
 * @param released when its first release came; null if unknown
 * @param ends its last day with support for everybody; null if none is known
 * @param extendedEnds the last day of support that is extended, sold or limited; null if none
 * @param days how many days are left; negative after the end; null if no end is known
 * @param latest the latest release that the source knows; null if none
 * @param source where that can be looked up; null where no fact tells
 * @param lookedUp when it was looked up; null where no fact tells
 * @param page the address of its page on this server, which stays the same
 */
public record Support(
        Status status,
        String product,
        String label,
        String cycle,
        String words,
        @Nullable LocalDate released,
        @Nullable LocalDate ends,
        @Nullable LocalDate extendedEnds,
        @Nullable Long days,
        @Nullable String latest,
        @Nullable String source,
        @Nullable LocalDate lookedUp,
        String page) {

    /** Whether something is supported. */
    public enum Status {
        ENDED,
        ENDING,
        SUPPORTED,
        UNKNOWN
    }
}
