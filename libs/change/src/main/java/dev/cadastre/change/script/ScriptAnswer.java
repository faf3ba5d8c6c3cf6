package dev.cadastre.change.script;

import java.util.List;
import java.util.Map;

/**
 * What a script said.
 *
 * @param kind what it came to
 * @param code a stable word for why, {@code not-root} for one; empty if it did not say one
 * @param reason why, in a sentence; of a no-op, why nothing has to be done
 * @param basis a digest of all that the decision rests on; empty if it came to none
 * @param wishes what was changed, or would be, a line each
 * @param differences of files, as unified diffs
 * @param lacks the parts of the payload that the host needs for it
 * @param before what was there before, by key, for undoing; content of files in Base64
 * @param output what commands printed, bounded
 */
public record ScriptAnswer(
        Kind kind,
        String code,
        String reason,
        String basis,
        List<String> wishes,
        List<String> differences,
        List<String> lacks,
        Map<String, String> before,
        String output) {

    /** What a script comes to. */
    public enum Kind {
        /** All is as wished. */
        UNCHANGED,
        /** It only looked, and there is something to change. */
        WOULD_CHANGE,
        /** Something was changed, and all is as wished. */
        CHANGED,
        /** What the plan rests on is no longer so; nothing was changed. */
        STALE,
        /** The wish cannot be met there; nothing was changed. */
        REFUSED,
        /** It acted, and failed or did not take effect. */
        FAILED,
        /** It did not answer as scripts do, so that nothing is known. */
        BROKEN
    }

    /** Copies what can be changed. */
    public ScriptAnswer {
        wishes = List.copyOf(wishes);
        differences = List.copyOf(differences);
        lacks = List.copyOf(lacks);
        before = Map.copyOf(before);
    }

    /** One without a code, that lacks nothing. */
    public ScriptAnswer(
            Kind kind,
            String reason,
            String basis,
            List<String> wishes,
            List<String> differences,
            Map<String, String> before,
            String output) {
        this(kind, "", reason, basis, wishes, differences, List.of(), before, output);
    }
}
