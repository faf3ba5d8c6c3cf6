package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a place is in a stage.
 *
 * @param place which
 * @param number how many of the stage's steps are behind it
 * @param isLeft whether anything is left
 * @param isUnderWay whether something of the stage was begun there
 * @param step what is next; null if it has to wait for something
 */
record Position(Place place, int number, boolean isLeft, boolean isUnderWay, @Nullable Step step) {

    static Position of(RunView view, Lane lane, Stage stage) {
        boolean undoing = view.isUndoing();
        List<String> jobs = stage.jobs();
        boolean underWay =
                jobs.stream()
                        .map(lane.cells(undoing)::get)
                        .anyMatch(cell -> cell != null && cell.status() != Status.PENDING);
        for (int i = 0; i < jobs.size(); i++) {
            Cell cell = lane.cells(undoing).get(jobs.get(i));
            boolean isMeant = !undoing || view.isToBeUndone(lane, jobs.get(i));
            if (cell != null && !cell.isDone() && isMeant) {
                Optional<Step> restart = restartBefore(view, lane, jobs.get(i), cell);
                if (restart.isPresent()) {
                    return left(lane, i, true, restart.get());
                }
                Step.Kind kind = undoing ? Step.Kind.UNDO : Step.Kind.JOB;
                boolean waits = cell.asks() || cell.status() == Status.RUNNING;
                Step step = waits ? null : new Step(kind, jobs.get(i), lane.place());
                return left(lane, i, underWay, step);
            }
        }
        List<RunHead.Daemon> due = stage.daemons() ? view.due(lane) : List.of();
        if (!due.isEmpty()) {
            return left(lane, jobs.size(), true, due.get(0).at(lane.place()));
        }
        if (stage.release() && lane.hold().lock() != Hold.Lock.FREE) {
            Step step = Step.of(Step.Kind.RELEASE, lane.place());
            return left(lane, jobs.size() + 1, true, step);
        }
        return new Position(lane.place(), jobs.size() + 2, false, underWay, null);
    }

    /** What a trial finds must be so with what was changed before it. */
    private static Optional<Step> restartBefore(RunView view, Lane lane, String job, Cell cell) {
        boolean waits = cell.asks() || cell.status() == Status.RUNNING;
        return view.isUndoing() || waits || !view.head().job(job).isTrial()
                ? Optional.empty()
                : view.due(lane).stream().findFirst().map(daemon -> daemon.at(lane.place()));
    }

    private static Position left(Lane lane, int number, boolean underWay, @Nullable Step step) {
        Step next = lane.running() == null ? step : null;
        return new Position(lane.place(), number, true, underWay, next);
    }

    /** What is next there; empty if it has to wait for something. */
    Optional<Step> next() {
        return Optional.ofNullable(step);
    }
}
