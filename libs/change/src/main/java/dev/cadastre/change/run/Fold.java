package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedPlace;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds entries of a journal to what is known of a run. */
final class Fold {

    private final RunHead head;
    private final SortedMap<Place, Lane> lanes;
    private final Map<Place, PlannedPlace> planned;
    private RunState state;

    Fold(RunView view) {
        head = view.head();
        lanes = new TreeMap<>(view.lanes());
        planned = new HashMap<>(view.planned());
        state = view.state();
    }

    RunView view() {
        return new RunView(head, lanes, planned, state);
    }

    void add(RunEntry entry) {
        state = state.next(entry.at(), entry instanceof RunEntry.Started);
        if (entry instanceof RunEntry.Planned plan) {
            planned.put(plan.plan().place(), plan.plan());
        } else if (entry instanceof RunEntry.Started started) {
            change(started.step(), lane -> started(lane, started.step()));
        } else if (entry instanceof RunEntry.Locked locked) {
            change(locked.place(), lane -> lane.with(lane.hold().with(Hold.Lock.HELD)));
        } else if (entry instanceof RunEntry.Ended ended) {
            ended(ended.step(), ended.ending());
        } else if (entry instanceof RunEntry.Looked looked) {
            looked(looked);
        } else if (entry instanceof RunEntry.Requested requested) {
            RequestFold fold = new RequestFold(head, lanes, state, requested.who());
            state = fold.apply(requested.request());
        } else if (entry instanceof RunEntry.Paused paused) {
            state = state.paused(paused.stage());
        } else if (entry instanceof RunEntry.TakenUp takenUp) {
            takenUp(takenUp);
        } else if (entry instanceof RunEntry.Finished finished) {
            state = state.finished(finished);
        } else {
            throw new IllegalArgumentException("a run begins once only");
        }
    }

    private void change(Step step, UnaryOperator<Lane> how) {
        change(step.place(), how);
    }

    private void change(Place place, UnaryOperator<Lane> how) {
        Lane lane = lanes.get(place);
        if (lane == null) {
            throw new IllegalArgumentException("the run has nothing to do at " + place);
        }
        lanes.put(place, how.apply(lane));
    }

    private static boolean isOnJob(Step step) {
        return step.kind() == Step.Kind.JOB || step.kind() == Step.Kind.UNDO;
    }

    private static Cell cell(Lane lane, Step step) {
        Cell cell = lane.cells(step.kind() == Step.Kind.UNDO).get(step.subject());
        if (cell == null) {
            throw new IllegalArgumentException("the run does not have " + step);
        }
        return cell;
    }

    private static Lane with(Lane lane, Step step, Cell cell) {
        return lane.with(step.kind() == Step.Kind.UNDO, step.subject(), cell);
    }

    private Lane started(Lane lane, Step step) {
        if (!isOnJob(step)) {
            return lane.running(step);
        }
        JobLine job = head.job(step.subject());
        String note = job.note(step.kind() == Step.Kind.UNDO);
        Cell cell = cell(lane, step).started(note);
        return with(lane, step, cell).running(note.isEmpty() ? step : null);
    }

    private void ended(Step step, Ending ending) {
        change(step, lane -> ended(lane, step, ending).running(null));
        boolean onHost = !step.place().isLocal();
        if (ending.changed() && onHost) {
            change(step, lane -> lane.with(lane.hold().disturb()));
        } else if (ending.changed()) {
            lanes.replaceAll((place, lane) -> lane.with(lane.hold().disturb()));
        }
    }

    private Lane ended(Lane lane, Step step, Ending ending) {
        boolean ok = ending.status() == Status.OK;
        Lane known =
                switch (step.kind()) {
                    case REACH -> ok ? lane.with(lane.hold().reach()) : lane;
                    case OPEN -> opened(lane, ending);
                    case JOB, UNDO ->
                            with(lane, step, cell(lane, step).ended(ending, state.entries()));
                    case RESTART, RELOAD -> ok ? lane.done(step, state.entries()) : lane;
                    case RELEASE -> released(lane, ending);
                };
        if (ok) {
            return known;
        }
        boolean lost = ending.status() == Status.ERROR;
        return known.with(lost ? known.hold().lose() : known.hold()).failing(step, ending);
    }

    private Lane opened(Lane lane, Ending ending) {
        Hold hold = lane.hold();
        Lane known = bundle(lane, JobLine.Kind.OPEN, ending);
        return switch (ending.status()) {
            case OK -> known.with(hold.open());
            case BLOCKED -> known.with(hold.with(Hold.Lock.FREE));
            case ERROR ->
                    hold.lock() == Hold.Lock.HELD
                            ? known
                            : known.with(hold.with(Hold.Lock.UNKNOWN));
            default -> known;
        };
    }

    private Lane released(Lane lane, Ending ending) {
        Lane known = bundle(lane, JobLine.Kind.CLOSE, ending);
        if (ending.status() != Status.OK) {
            return known.with(lane.hold().lose().with(Hold.Lock.UNKNOWN));
        }
        Lane free = known.with(lane.hold().close().with(Hold.Lock.FREE));
        return lane.isBegun() ? free : bundle(free, JobLine.Kind.OPEN, null);
    }

    /** What becomes of the jobs that stand for opening or closing the bundle. */
    private Lane bundle(Lane lane, JobLine.Kind kind, @Nullable Ending ending) {
        Map<String, Cell> cells = new LinkedHashMap<>(lane.jobs());
        for (JobLine job : head.jobs()) {
            if (job.kind() == kind) {
                cells.computeIfPresent(
                        job.name(),
                        (name, cell) ->
                                ending == null ? Cell.NEW : cell.ended(ending, state.entries()));
            }
        }
        return lane.with(false, cells);
    }

    private void looked(RunEntry.Looked looked) {
        Step step = looked.step();
        change(
                step,
                lane -> {
                    Cell cell = cell(lane, step);
                    return with(
                            lane,
                            step,
                            switch (looked.verdict()) {
                                case NOT_BEGUN -> cell.notBegun();
                                case AGAIN -> cell.toBeDone();
                                case UNCLEAR -> cell.asking(looked.reason());
                            });
                });
    }

    private void takenUp(RunEntry.TakenUp takenUp) {
        if (state.isBegun() && state.finished() == null) {
            state =
                    state.halted(
                            "what ran it ended before it did; %s has taken it up"
                                    .formatted(takenUp.who()));
        }
        lanes.replaceAll((place, lane) -> interrupted(lane));
    }

    private Lane interrupted(Lane lane) {
        Lane lost = lane.with(lane.hold().lose()).running(null);
        Step step = lane.running();
        if (step == null) {
            return lost;
        }
        if (isOnJob(step)) {
            boolean waits = head.job(step.subject()).kind() == JobLine.Kind.WAIT;
            Cell cell = cell(lane, step);
            return with(lost, step, waits ? cell.toBeDone() : cell.interrupted());
        }
        boolean aboutLock = step.kind() == Step.Kind.OPEN || step.kind() == Step.Kind.RELEASE;
        boolean isKnown =
                !aboutLock || (step.kind() == Step.Kind.OPEN && isHeld(lane)) || isLocal(lane);
        return isKnown ? lost : lost.with(lost.hold().with(Hold.Lock.UNKNOWN));
    }

    private static boolean isHeld(Lane lane) {
        return lane.hold().lock() == Hold.Lock.HELD;
    }

    private static boolean isLocal(Lane lane) {
        return lane.place().isLocal();
    }
}
