package dev.cadastre.change.run;

import dev.cadastre.change.plan.Place;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run as a whole. Immutable.
 *
 * @param mode what it is about
 * @param isBegun whether any step was begun
 * @param halted why nothing new is begun; empty if it is
 * @param finished how it came to its end; null if it did not, or a person has asked for more since
 * @param approvedBy the second person; empty for none
 * @param pausedAt where the first hosts wait to be looked at; empty for nowhere
 * @param passed where they have been looked at
 * @param only the places that it goes on with; empty for all
 * @param entries how many the journal has
 * @param began when the first was written
 * @param latest when the last was written
 */
public record RunState(
        Mode mode,
        boolean isBegun,
        String halted,
        RunEntry.@Nullable Finished finished,
        String approvedBy,
        String pausedAt,
        Set<String> passed,
        Set<Place> only,
        int entries,
        Instant began,
        Instant latest) {

    /** What a run is about. */
    public enum Mode {
        /** Doing its jobs. */
        FORWARD,
        /** Undoing them. */
        UNDO,
        /** Giving its locks back, and nothing else. */
        RELEASE
    }

    /** Copies what can be changed. */
    public RunState {
        passed = Set.copyOf(passed);
        only = Set.copyOf(only);
    }

    static RunState at(Instant now) {
        return new RunState(Mode.FORWARD, false, "", null, "", "", Set.of(), Set.of(), 1, now, now);
    }

    RunState next(Instant now, boolean begins) {
        return new RunState(
                mode,
                isBegun || begins,
                halted,
                finished,
                approvedBy,
                pausedAt,
                passed,
                only,
                entries + 1,
                began,
                now);
    }

    RunState halted(String why) {
        return new RunState(
                mode,
                isBegun,
                why,
                finished,
                approvedBy,
                pausedAt,
                passed,
                only,
                entries,
                began,
                latest);
    }

    RunState finished(RunEntry.Finished how) {
        return new RunState(
                mode,
                isBegun,
                halted,
                how,
                approvedBy,
                pausedAt,
                passed,
                only,
                entries,
                began,
                latest);
    }

    RunState approved(String who) {
        return new RunState(
                mode, isBegun, halted, finished, who, pausedAt, passed, only, entries, began,
                latest);
    }

    RunState paused(String stage) {
        return new RunState(
                mode,
                isBegun,
                halted,
                finished,
                approvedBy,
                stage,
                passed,
                only,
                entries,
                began,
                latest);
    }

    /** Goes on after whatever it waited for, with those places, or all if there are none. */
    RunState going(Set<Place> places) {
        Set<String> more = new TreeSet<>(passed);
        if (!pausedAt.isEmpty()) {
            more.add(pausedAt);
        }
        return new RunState(
                mode, isBegun, "", null, approvedBy, "", more, places, entries, began, latest);
    }

    /** Begins something else. */
    RunState turned(Mode other) {
        return new RunState(
                other,
                isBegun,
                "",
                null,
                approvedBy,
                "",
                Set.of(),
                Set.of(),
                entries,
                began,
                latest);
    }
}
