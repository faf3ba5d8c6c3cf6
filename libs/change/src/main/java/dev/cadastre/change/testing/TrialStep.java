package dev.cadastre.change.testing;

import dev.cadastre.change.script.ScriptAnswer;
import java.util.List;
import java.util.Map;

/**
 * What came of one job.
 *
 * @param job its name
 * @param outcome what it came to
 * @param reason why
 * @param wishes what was changed, or would be, a line each
 * @param differences of files, as unified diffs
 * @param before what was there before, by which it is undone
 * @param output what commands printed
 */
public record TrialStep(
        String job,
        Outcome outcome,
        String reason,
        List<String> wishes,
        List<String> differences,
        Map<String, String> before,
        String output) {

    /** What a job comes to. */
    public enum Outcome {
        /** All is as wished. */
        UNCHANGED,
        /** It was only looked at, and there is something to change. */
        WOULD_CHANGE,
        /** Something was changed. */
        CHANGED,
        /** It failed, or was refused. */
        FAILED,
        /** It would have left the folder, and no test said that it may; or a job before failed. */
        NOT_TRIED,
        /** The run itself does it, and nothing is to be done in a test. */
        NOTED
    }

    /** Copies what can be changed. */
    public TrialStep {
        wishes = List.copyOf(wishes);
        differences = List.copyOf(differences);
        before = Map.copyOf(before);
    }

    static TrialStep of(String job, Outcome outcome, String reason) {
        return new TrialStep(job, outcome, reason, List.of(), List.of(), Map.of(), "");
    }

    /** Paths are told as the host would tell them. */
    static TrialStep of(String job, ScriptAnswer answer, String root) {
        return new TrialStep(
                job,
                outcome(answer.kind()),
                answer.reason().replace(root, ""),
                answer.wishes().stream().map(wish -> wish.replace(root, "")).toList(),
                answer.differences().stream().map(one -> one.replace(root, "")).toList(),
                answer.before(),
                answer.output());
    }

    private static Outcome outcome(ScriptAnswer.Kind kind) {
        return switch (kind) {
            case UNCHANGED -> Outcome.UNCHANGED;
            case WOULD_CHANGE -> Outcome.WOULD_CHANGE;
            case CHANGED -> Outcome.CHANGED;
            case STALE, REFUSED, FAILED, BROKEN -> Outcome.FAILED;
        };
    }
}
