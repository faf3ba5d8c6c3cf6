package dev.cadastre.change.run;

import dev.cadastre.change.plan.Place;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a person asks of a run. */
public sealed interface RunRequest {

    /** Begin nothing more; what runs comes to its end. */
    record Halt() implements RunRequest {}

    /** Begin nothing more, and end what runs. */
    record Stop() implements RunRequest {}

    /**
     * Go on everywhere: where a job failed or was stopped, with that job.
     *
     * @param from the job to go on with, before which all that is not done is skipped, and from
     *     which all is done again; null for where each host was
     */
    record Resume(@Nullable String from) implements RunRequest {}

    /** Go on with the hosts that failed, and no others. */
    record Retry() implements RunRequest {}

    /**
     * Take a job for dealt with; of a run that undoes, its undoing.
     *
     * @param job its name
     * @param at where; empty for wherever it is not done
     */
    record Skip(String job, Set<Place> at) implements RunRequest {
        /** Copies what can be changed. */
        public Skip {
            at = ordered(at);
        }
    }

    /**
     * What a note asked for has been done.
     *
     * @param job the note's name
     * @param at where; empty for wherever it is asked
     */
    record Confirm(String job, Set<Place> at) implements RunRequest {
        /** Copies what can be changed. */
        public Confirm {
            at = ordered(at);
        }
    }

    /**
     * Answers what only a person can tell of a job that was cut: whether it took effect.
     *
     * @param job its name
     * @param at where; empty for wherever it is asked
     * @param done whether it is done; otherwise it is done again
     */
    record Settle(String job, Set<Place> at, boolean done) implements RunRequest {
        /** Copies what can be changed. */
        public Settle {
            at = ordered(at);
        }
    }

    /** Begin, says a second person. */
    record Approve() implements RunRequest {}

    /** Undo what was changed, the last first. */
    record Undo() implements RunRequest {}

    /** Give up: remove the bundles and with them the locks; do nothing else. */
    record Release() implements RunRequest {}

    private static Set<Place> ordered(Set<Place> places) {
        return Collections.unmodifiableSet(new TreeSet<>(places));
    }
}
