package dev.cadastre.probe;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the collection of one section went.
 *
 * @param section what was collected
 * @param status whether its content is the whole truth
 * @param reason what went wrong or what could not be seen, for a person; null when there is nothing
 *     to say
 * @param took how long the host worked on it, to the hundredth of a second; sections read together
 *     share one duration
 * @param stamp what stands for all that the section tells, for {@link KnownSections}; set only if
 *     it was collected or is unchanged, and null where the host cannot say
 */
public record SectionOutcome(
        Section section,
        Status status,
        @Nullable String reason,
        Duration took,
        @Nullable String stamp) {

    private static final Pattern STAMP = Pattern.compile("[A-Za-z0-9./_-]{1,500}");

    /** The outcome of a section without a stamp. */
    public SectionOutcome(Section section, Status status, @Nullable String reason, Duration took) {
        this(section, status, reason, took, null);
    }

    static boolean isStamp(String text) {
        return STAMP.matcher(text).matches();
    }

    /** Whether a section's content is the whole truth. */
    public enum Status {
        /** All that there is was collected. */
        COLLECTED,
        /** The host has nothing of the kind: no rpm database, no such plug-in folder. */
        ABSENT,
        /**
         * It tells nothing, since the probe's caller knows by its stamp all that it would tell: the
         * packages of the report that had this stamp are there still.
         */
        UNCHANGED,
        /** Something went wrong: what is there is true, but more may exist. */
        FAILED,
        /** It was stopped at its time limit. */
        TIMED_OUT,
        /** It was stopped at its size limit. */
        TRUNCATED;

        /**
         * Whether what a section of this status does not tell any longer has come to an end. A
         * section of any other status ends nothing.
         */
        public boolean complete() {
            return this == COLLECTED || this == ABSENT;
        }
    }
}
