package dev.cadastre.change.plan;

import dev.cadastre.change.script.ScriptAnswer;
import java.util.List;

/**
 * What one job would do at one place.
 *
 * @param job its name
 * @param effect whether it would change anything
 * @param reason why, in a sentence; of a no-op, why nothing has to be done
 * @param basis a digest of what this rests on; empty if nothing is known that it would rest on
 * @param script a digest of the script with all that it is made of; empty if it is none
 * @param wishes what would be changed, a line each
 * @param differences of files, as unified diffs
 */
public record PlannedJob(
        String job,
        Effect effect,
        String reason,
        String basis,
        String script,
        List<String> wishes,
        List<String> differences) {

    /** By this code a look says that it is of something that is done each time. */
    private static final String TRIAL = "trial";

    /** What a job comes to. */
    public enum Effect {
        /** It would change something. */
        CHANGES,
        /** All is as wished. */
        NOTHING,
        /** It changes nothing, and is done each time, such as a test. */
        TRIAL,
        /** The run does it itself, and there is nothing to look at. */
        ENGINE,
        /** As things are, the wish cannot be met; a job before it may be what is missing. */
        REFUSED,
        /** Nobody can tell beforehand. */
        UNKNOWN
    }

    /** Copies what can be changed. */
    public PlannedJob {
        wishes = List.copyOf(wishes);
        differences = List.copyOf(differences);
    }

    /** What the run does itself. */
    public static PlannedJob engine(String job, String summary) {
        return new PlannedJob(job, Effect.ENGINE, summary, "", "", List.of(), List.of());
    }

    /** What nobody can tell beforehand. */
    public static PlannedJob unknown(String job, String why) {
        return new PlannedJob(job, Effect.UNKNOWN, why, "", "", List.of(), List.of());
    }

    /** What a script said that only looked. */
    public static PlannedJob of(String job, String script, ScriptAnswer answer) {
        return new PlannedJob(
                job,
                effect(answer),
                answer.reason(),
                answer.basis(),
                script,
                answer.wishes(),
                answer.differences());
    }

    /** The same without what is only shown. */
    PlannedJob brief() {
        return new PlannedJob(job, effect, reason, basis, script, List.of(), List.of());
    }

    private static Effect effect(ScriptAnswer answer) {
        return switch (answer.kind()) {
            case WOULD_CHANGE, CHANGED -> Effect.CHANGES;
            case UNCHANGED -> answer.code().equals(TRIAL) ? Effect.TRIAL : Effect.NOTHING;
            case REFUSED -> Effect.REFUSED;
            case STALE, FAILED, BROKEN -> Effect.UNKNOWN;
        };
    }
}
