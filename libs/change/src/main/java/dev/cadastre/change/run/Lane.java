package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one place. Immutable.
 *
 * @param place where
 * @param hold what the run has of it
 * @param running the step in flight; null for none
 * @param failure what failed, because of which nothing more is done there; null for nothing
 * @param jobs by name, in the change's order
 * @param undone the undoing of jobs, by their name, in the change's order
 * @param daemons by step, the number of the entry by which each was last done
 */
public record Lane(
        Place place,
        Hold hold,
        @Nullable Step running,
        @Nullable Failure failure,
        Map<String, Cell> jobs,
        Map<String, Cell> undone,
        Map<Step, Integer> daemons) {

    /**
     * What failed.
     *
     * @param step what was done
     * @param ending how it ended
     * @param isLast whether nothing is done after it, not even the restarts that are due
     */
    public record Failure(Step step, Ending ending, boolean isLast) {

        static Failure of(Step step, Ending ending) {
            boolean onJob = step.kind() == Step.Kind.JOB || step.kind() == Step.Kind.UNDO;
            boolean byItself =
                    ending.status() == Status.FAILED || ending.status() == Status.TIMED_OUT;
            return new Failure(step, ending, !onJob || !byItself);
        }

        /** As people read it. */
        @Override
        public String toString() {
            return "%s: %s: %s".formatted(step, ending.status().words(), ending.reason());
        }
    }

    /** Copies what can be changed. */
    public Lane {
        jobs = Collections.unmodifiableMap(new LinkedHashMap<>(jobs));
        undone = Collections.unmodifiableMap(new LinkedHashMap<>(undone));
        daemons = Map.copyOf(daemons);
    }

    /** A place where nothing has been done yet. */
    static Lane of(Place place, RunHead head) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (JobLine job : head.jobs()) {
            if (place.isLocal() ? job.isLocal() : job.isRemote()) {
                cells.put(job.name(), Cell.NEW);
            }
        }
        return new Lane(place, Hold.NONE, null, null, cells, cells, Map.of());
    }

    /** Whether a job was begun here. */
    public boolean isBegun() {
        return jobs.values().stream().anyMatch(cell -> cell.attempts() > 0);
    }

    /** Whether something failed here. */
    public boolean isFailed() {
        return failure != null;
    }

    /** Whether a job, or its undoing, has to be looked at before anything is done. */
    boolean isInDoubt(boolean undoing) {
        return cells(undoing).values().stream().anyMatch(cell -> cell.doubt() == Cell.Doubt.LOOK);
    }

    /** The cells of jobs, or of their undoing. */
    Map<String, Cell> cells(boolean undoing) {
        return undoing ? undone : jobs;
    }

    Lane with(Hold other) {
        return new Lane(place, other, running, failure, jobs, undone, daemons);
    }

    Lane running(@Nullable Step step) {
        return new Lane(place, hold, step, failure, jobs, undone, daemons);
    }

    /** What failed first is what counts. */
    Lane failing(Step step, Ending ending) {
        Failure first = failure;
        return failing(
                first == null
                        ? Failure.of(step, ending)
                        : new Failure(first.step(), first.ending(), true));
    }

    Lane failing(@Nullable Failure other) {
        return new Lane(place, hold, running, other, jobs, undone, daemons);
    }

    Lane with(boolean undoing, String job, Cell cell) {
        Map<String, Cell> cells = new LinkedHashMap<>(cells(undoing));
        cells.put(job, cell);
        return with(undoing, cells);
    }

    Lane with(boolean undoing, Map<String, Cell> cells) {
        return undoing
                ? new Lane(place, hold, running, failure, jobs, cells, daemons)
                : new Lane(place, hold, running, failure, cells, undone, daemons);
    }

    Lane done(Step daemon, int number) {
        Map<Step, Integer> numbers = new LinkedHashMap<>(daemons);
        numbers.put(daemon, number);
        return new Lane(place, hold, running, failure, jobs, undone, numbers);
    }
}
