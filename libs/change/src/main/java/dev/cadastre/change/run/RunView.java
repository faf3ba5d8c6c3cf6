package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a run: what was done, what is in flight, and what is left, by job and place.
 * It follows from the journal alone. Immutable.
 *
 * @param head what was known before it began
 * @param lanes by place, the machine of whoever runs it first, then hosts in order
 * @param planned what the plan says of places; empty if there is none
 * @param state what is about the run as a whole
 */
public record RunView(
        RunHead head,
        SortedMap<Place, Lane> lanes,
        Map<Place, PlannedPlace> planned,
        RunState state) {

    /** Copies what can be changed. */
    public RunView {
        planned = Map.copyOf(planned);
        lanes = Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
    }

    /**
     * What a person has to answer before something goes on.
     *
     * @param place where
     * @param job the job's name
     * @param isNote whether it is a note to be confirmed; otherwise a job to be settled
     * @param text what is asked
     */
    public record Question(Place place, String job, boolean isNote, String text) {}

    /** A run of which nothing was done. */
    static RunView of(RunEntry.Begun begun) {
        SortedMap<Place, Lane> lanes = new TreeMap<>();
        begun.head().places().forEach(place -> lanes.put(place, Lane.of(place, begun.head())));
        return new RunView(begun.head(), lanes, Map.of(), RunState.at(begun.at()));
    }

    /**
     * What follows from a journal.
     *
     * @throws IllegalArgumentException if the first entry does not begin a run, a later one does,
     *     or one speaks of what the run does not have
     */
    public static RunView of(List<RunEntry> entries) {
        if (entries.isEmpty() || !(entries.get(0) instanceof RunEntry.Begun begun)) {
            throw new IllegalArgumentException("a journal begins with the beginning of a run");
        }
        return of(begun).after(entries.subList(1, entries.size()));
    }

    /**
     * The same with more entries.
     *
     * @throws IllegalArgumentException if one speaks of what the run does not have
     */
    public RunView after(List<RunEntry> entries) {
        if (entries.isEmpty()) {
            return this;
        }
        Fold fold = new Fold(this);
        entries.forEach(fold::add);
        return fold.view();
    }

    /** How far the run has come, or how it ended until somebody asks for more. */
    public Status status() {
        RunEntry.Finished finished = state.finished();
        if (finished != null) {
            return finished.status();
        }
        return state.isBegun() ? Status.RUNNING : Status.PENDING;
    }

    /** Why that is its status, in a sentence; empty if there is nothing to say. */
    public String reason() {
        RunEntry.Finished finished = state.finished();
        if (finished != null) {
            return finished.reason();
        }
        return state.halted();
    }

    /** Whether any job was begun anywhere. */
    boolean isAnyJobBegun() {
        return lanes.values().stream().anyMatch(Lane::isBegun);
    }

    /** Whether it is, or was, being undone. */
    public boolean isUndoing() {
        return state.mode() == RunState.Mode.UNDO;
    }

    /**
     * What is known of a place.
     *
     * @throws IllegalArgumentException if the run has nothing to do there
     */
    public Lane lane(Place place) {
        Lane lane = lanes.get(place);
        if (lane == null) {
            throw new IllegalArgumentException("the run has nothing to do at " + place);
        }
        return lane;
    }

    /** What is known of a job at a place; null if it is not done there. */
    public @Nullable Cell cell(String job, Place place) {
        Lane lane = lanes.get(place);
        return lane == null ? null : lane.jobs().get(job);
    }

    /** What was begun and has not ended. */
    public List<Step> inFlight() {
        return lanes.values().stream().map(Lane::running).filter(Objects::nonNull).toList();
    }

    /** What is left to do, or to undo, in order, place by place. */
    public List<Step> left() {
        List<Step> left = new ArrayList<>();
        Step.Kind kind = isUndoing() ? Step.Kind.UNDO : Step.Kind.JOB;
        for (Lane lane : lanes.values()) {
            for (Map.Entry<String, Cell> cell : lane.cells(isUndoing()).entrySet()) {
                if (isLeft(lane, cell.getKey(), cell.getValue())) {
                    left.add(new Step(kind, cell.getKey(), lane.place()));
                }
            }
            due(lane).forEach(daemon -> left.add(daemon.at(lane.place())));
        }
        return left;
    }

    private boolean isLeft(Lane lane, String job, Cell cell) {
        return !cell.isDone() && !(isUndoing() && !isToBeUndone(lane, job));
    }

    boolean isToBeUndone(Lane lane, String job) {
        Cell cell = lane.jobs().get(job);
        return cell != null && cell.mayHaveChanged();
    }

    /** Whether nothing is left to do anywhere, and no lock to give back. */
    public boolean isComplete() {
        return left().isEmpty() && failed().isEmpty() && !holdsAnyLock();
    }

    /** Whether it holds the lock of a host, as far as is known. */
    public boolean holdsAnyLock() {
        return lanes.values().stream().anyMatch(lane -> lane.hold().lock() != Hold.Lock.FREE);
    }

    /** What a person has to answer, place by place. */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            lane.cells(isUndoing())
                    .forEach((job, cell) -> {
                        if (cell.asks()) {
                            boolean isNote = cell.doubt() == Cell.Doubt.NONE;
                            questions.add(new Question(lane.place(), job, isNote, cell.question()));
                        }
                    });
        }
        return questions;
    }

    /** The hosts where something failed, and the machine of whoever runs it, if it did there. */
    public List<Lane> failed() {
        return lanes.values().stream().filter(Lane::isFailed).toList();
    }

    /** How many cells of jobs are as asked for. */
    int count(Predicate<Cell> wanted) {
        return (int)
                lanes.values().stream()
                        .flatMap(lane -> lane.jobs().values().stream())
                        .filter(wanted)
                        .count();
    }

    /**
     * The daemons that a place has to restart or reload, since what they run with was changed after
     * they last were; in the order of first mention.
     */
    List<RunHead.Daemon> due(Lane lane) {
        List<RunHead.Daemon> due = new ArrayList<>();
        if (lane.place().isLocal()) {
            return due;
        }
        for (RunHead.Daemon daemon : head.daemons()) {
            if (causedAt(daemon, lane) > doneAt(daemon, lane)) {
                due.add(daemon);
            }
        }
        due.removeIf(daemon ->
                daemon.kind() == Step.Kind.RELOAD
                        && due.contains(new RunHead.Daemon(Step.Kind.RESTART, daemon.name())));
        return due;
    }

    private int causedAt(RunHead.Daemon daemon, Lane lane) {
        int latest = 0;
        for (JobLine job : head.jobs()) {
            Cell done = lane.jobs().get(job.name());
            Cell undone = lane.undone().get(job.name());
            if (done != null && undone != null && daemon.isWantedBy(job)) {
                latest = Math.max(latest, Math.max(done.changedAt(), undone.changedAt()));
            }
        }
        return latest;
    }

    /** A restart does what a reload would have done. */
    private static int doneAt(RunHead.Daemon daemon, Lane lane) {
        Step restart = new Step(Step.Kind.RESTART, daemon.name(), lane.place());
        return Math.max(
                lane.daemons().getOrDefault(daemon.at(lane.place()), 0),
                lane.daemons().getOrDefault(restart, 0));
    }
}
