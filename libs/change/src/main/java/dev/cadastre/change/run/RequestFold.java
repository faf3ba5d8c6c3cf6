package dev.cadastre.change.run;

import dev.cadastre.change.plan.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What follows from a request that was granted. */
final class RequestFold {

    private final RunHead head;
    private final SortedMap<Place, Lane> lanes;
    private final RunState state;
    private final String who;
    private final boolean undoing;

    /** Changes the lanes that it is given. */
    RequestFold(RunHead head, SortedMap<Place, Lane> lanes, RunState state, String who) {
        this.head = head;
        this.lanes = lanes;
        this.state = state;
        this.who = who;
        this.undoing = state.mode() == RunState.Mode.UNDO;
    }

    RunState apply(RunRequest request) {
        if (request instanceof RunRequest.Halt) {
            return state.halted("halted by " + who);
        }
        if (request instanceof RunRequest.Stop) {
            return state.halted("stopped by " + who);
        }
        if (request instanceof RunRequest.Approve) {
            return state.approved(who);
        }
        if (request instanceof RunRequest.Resume resume) {
            return resume(resume.from());
        }
        if (request instanceof RunRequest.Retry) {
            return retry();
        }
        if (request instanceof RunRequest.Undo) {
            return undo();
        }
        if (request instanceof RunRequest.Release) {
            lanes.replaceAll((place, lane) -> lane.failing(null));
            return state.turned(RunState.Mode.RELEASE);
        }
        answered(request);
        return state;
    }

    private RunState resume(@Nullable String from) {
        if (from != null) {
            from(from);
        }
        lanes.replaceAll((place, lane) -> again(lane));
        return state.going(Set.of());
    }

    private RunState retry() {
        if (lanes.values().stream().noneMatch(Lane::isBegun)) {
            return resume(null);
        }
        Set<Place> failed = new TreeSet<>();
        lanes.replaceAll((place, lane) -> {
            if (lane.isFailed()) {
                failed.add(place);
                return again(lane);
            }
            return lane;
        });
        return state.going(failed);
    }

    /** People may have been at work there, so that what was seen before does not count. */
    private Lane again(Lane lane) {
        Map<String, Cell> cells = new LinkedHashMap<>(lane.cells(undoing));
        cells.replaceAll((job, cell) -> cell.again());
        Lane ready = lane.with(undoing, cells).failing(null);
        boolean reopen = lane.isFailed() || ready.isInDoubt(undoing);
        Hold hold = reopen ? lane.hold().close() : lane.hold();
        return ready.with(hold.disturb());
    }

    private void from(String first) {
        Set<String> earlier = new TreeSet<>();
        for (JobLine job : head.jobs()) {
            if (job.name().equals(first)) {
                break;
            }
            earlier.add(job.name());
        }
        for (JobLine job : head.jobs()) {
            boolean isEarlier = earlier.contains(job.name());
            if (!job.isBundle()) {
                lanes.replaceAll((place, lane) ->
                        change(
                                lane,
                                job.name(),
                                cell -> isEarlier ? cell.skippedBy(who) : cell.afresh()));
            }
        }
    }

    private Lane change(Lane lane, String job, UnaryOperator<Cell> how) {
        Cell cell = lane.cells(undoing).get(job);
        return cell == null ? lane : lane.with(undoing, job, how.apply(cell));
    }

    private RunState undo() {
        lanes.replaceAll((place, lane) -> {
            Map<String, Cell> cells = new LinkedHashMap<>(lane.jobs());
            cells.replaceAll((job, cell) -> cell.asks() ? cell.toBeDone() : cell);
            return lane.with(false, cells).failing(null).with(lane.hold().close());
        });
        return state.turned(RunState.Mode.UNDO);
    }

    private void answered(RunRequest request) {
        if (request instanceof RunRequest.Skip skip) {
            at(
                    skip.at(),
                    skip.job(),
                    cell -> cell.skippedBy(who),
                    cell -> !cell.isDone() && !cell.isRunning());
        } else if (request instanceof RunRequest.Confirm confirm) {
            at(confirm.at(), confirm.job(), cell -> cell.confirmed(who), Cell::asks);
        } else if (request instanceof RunRequest.Settle settle) {
            String reason = "%s says that it is done".formatted(who);
            at(
                    settle.at(),
                    settle.job(),
                    cell -> settle.done() ? cell.settled(reason, state.entries()) : cell.toBeDone(),
                    Cell::asks);
        }
    }

    private void at(Set<Place> places, String job, UnaryOperator<Cell> how, Predicate<Cell> which) {
        lanes.replaceAll((place, lane) -> {
            Cell cell = lane.cells(undoing).get(job);
            boolean isMeant =
                    cell != null
                            && (places.isEmpty() || places.contains(place))
                            && which.test(cell);
            return isMeant ? answered(change(lane, job, how), job) : lane;
        });
        if (places.isEmpty() || places.contains(Place.LOCAL)) {
            lanes.replaceAll((place, lane) -> lane.with(lane.hold().disturb()));
        }
    }

    private static Lane answered(Lane lane, String job) {
        Lane.Failure failure = lane.failure();
        boolean settled = failure != null && failure.step().subject().equals(job);
        Lane known = lane.with(lane.hold().disturb());
        return settled ? known.failing(null) : known;
    }
}
