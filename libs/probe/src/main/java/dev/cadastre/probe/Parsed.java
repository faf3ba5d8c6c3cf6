package dev.cadastre.probe;

/** What became of the bytes that a host sent. */
public sealed interface Parsed {

    /** A report from begin to end; single sections may still have failed. */
    record Complete(Report report) implements Parsed {}

    /**
     * Not a report, or only a part of one; nothing of it is to be believed.
     *
     * @param cause stable, for programs
     * @param reason one sentence for a person: what is wrong and what to do
     * @param line the line, from 1, where it went wrong
     */
    record Garbled(Cause cause, String reason, long line) implements Parsed {}

    /** Why bytes are not a report. */
    enum Cause {
        /** No begin marker near the start. */
        NOT_A_REPORT,
        /** A format that this version does not read. */
        UNKNOWN_FORMAT,
        /** It ends before its end marker. */
        CUT_OFF,
        /** It exceeds a limit. */
        TOO_LARGE,
        /** A line between the markers that no probe prints. */
        BROKEN_FRAME
    }
}
