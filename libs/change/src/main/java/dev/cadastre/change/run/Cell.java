package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one job at one place. Immutable.
 *
 * @param status how far it has come
 * @param doubt what has to be found out before it can go on
 * @param skipped whether a person takes it for dealt with
 * @param attempts how many times it was started
 * @param loose whether an attempt that did not end well may have changed something
 * @param looseBefore whether an attempt before the last one may have changed something
 * @param changedAt the number of the entry by which it last changed something; 0 for never
 * @param before what was there before the first attempt, for undoing
 * @param ending how the last attempt ended, or was taken to; null before any did
 * @param question what a person has to answer; empty for nothing
 */
public record Cell(
        Status status,
        Doubt doubt,
        boolean skipped,
        int attempts,
        boolean loose,
        boolean looseBefore,
        int changedAt,
        Map<String, String> before,
        @Nullable Ending ending,
        String question) {

    /** One that was not begun. */
    static final Cell NEW =
            new Cell(Status.PENDING, Doubt.NONE, false, 0, false, false, 0, Map.of(), null, "");

    /** By this code a call says that it was not begun, since the one before is still at work. */
    private static final String STILL_RUNS = "still-runs";

    /** What has to be found out. */
    public enum Doubt {
        /** Nothing. */
        NONE,
        /** Whether it took effect, by looking. */
        LOOK,
        /** Whether it took effect, by asking a person, since looking did not tell. */
        ASK
    }

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return status == Status.OK || skipped;
    }

    /** Whether the run changed something here, as far as is known. */
    public boolean changed() {
        return changedAt > 0;
    }

    /** Whether there may be something to undo. */
    public boolean mayHaveChanged() {
        return changed() || loose;
    }

    /** Whether it is in flight, as far as is known. */
    boolean isRunning() {
        return status == Status.RUNNING && doubt == Doubt.NONE && question.isEmpty();
    }

    /** Whether a person has to answer something. */
    public boolean asks() {
        return !question.isEmpty();
    }

    /** Why it is as it is, in a sentence; empty if there is nothing to say. */
    public String reason() {
        return ending == null ? "" : ending.reason();
    }

    Cell started(String asking) {
        return new Cell(
                Status.RUNNING,
                Doubt.NONE,
                false,
                attempts + 1,
                loose,
                loose,
                changedAt,
                before,
                ending,
                asking);
    }

    /**
     * @param number the entry's
     */
    Cell ended(Ending how, int number) {
        boolean ok = how.status() == Status.OK;
        boolean changed = how.changed() || (ok && loose);
        return new Cell(
                how.status(),
                Doubt.NONE,
                false,
                how.code().equals(STILL_RUNS) ? Math.max(1, attempts - 1) : attempts,
                !ok && (changed || loose),
                !ok && looseBefore,
                ok && changed ? number : changedAt,
                before(how),
                how.changing(changed),
                "");
    }

    /**
     * What was there before the run counts, not what an attempt left. If one was cut that nobody
     * heard of any more, what the next one finds may be its doing. What the first one found is what
     * was there, however late it is heard of.
     */
    private Map<String, String> before(Ending how) {
        boolean isUnknown = loose && before.isEmpty() && attempts > 1;
        if (isUnknown || !how.changed()) {
            return before;
        }
        Map<String, String> all = new HashMap<>(how.before());
        all.putAll(before);
        return Collections.unmodifiableMap(all);
    }

    Cell settled(String reason, int number) {
        Duration took = ending == null ? Duration.ZERO : ending.took();
        return new Cell(
                        status,
                        doubt,
                        skipped,
                        attempts,
                        true,
                        looseBefore,
                        changedAt,
                        before,
                        ending,
                        "")
                .ended(Ending.ok(reason).after(took), number);
    }

    Cell confirmed(String by) {
        return ended(Ending.ok("confirmed by " + by), changedAt);
    }

    Cell toBeDone() {
        return left(Status.PENDING, Doubt.NONE, loose, "");
    }

    /** The last attempt had not begun, so that it changed nothing; one before it may have. */
    Cell notBegun() {
        return left(Status.PENDING, Doubt.NONE, looseBefore, "");
    }

    Cell asking(String what) {
        return left(Status.PENDING, Doubt.ASK, loose, what);
    }

    /** Nobody wrote down how it ended. */
    Cell interrupted() {
        return left(status, Doubt.LOOK, true, question);
    }

    /** The same with something left to do. */
    private Cell left(Status how, Doubt open, boolean mayHave, String asked) {
        return new Cell(
                how, open, false, attempts, mayHave, looseBefore, changedAt, before, ending, asked);
    }

    /** Made ready to be done, or looked at, once more, unless it is done. */
    Cell again() {
        if (isDone() || (status == Status.RUNNING && doubt == Doubt.NONE)) {
            return this;
        }
        boolean cut =
                ending != null
                        && ending.changed()
                        && List.of(Status.ERROR, Status.TIMED_OUT, Status.STOPPED).contains(status);
        boolean isAtWork = ending != null && ending.code().equals(STILL_RUNS);
        boolean look = cut || isAtWork || doubt != Doubt.NONE;
        return left(
                look && status == Status.RUNNING ? status : Status.PENDING,
                look ? Doubt.LOOK : Doubt.NONE,
                loose,
                "");
    }

    /** Made ready to be done once more, even if it is done. */
    Cell afresh() {
        return status == Status.OK || skipped ? toBeDone() : again();
    }

    Cell skippedBy(String who) {
        if (status == Status.OK) {
            return this;
        }
        String was = ending == null ? "" : "; it was " + ending.status().words();
        Ending how = Ending.not(Status.STOPPED, "skipped", "skipped by " + who + was);
        return new Cell(
                Status.STOPPED,
                Doubt.NONE,
                true,
                attempts,
                loose,
                looseBefore,
                changedAt,
                before,
                how,
                "");
    }
}
