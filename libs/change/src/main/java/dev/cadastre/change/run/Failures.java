package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What has failed in a run, and what follows from it. */
final class Failures {

    /** How the run ends if places end differently: as the first of these that one did. */
    private static final List<Status> WORST_FIRST =
            List.of(Status.BLOCKED, Status.FAILED, Status.TIMED_OUT, Status.ERROR, Status.STOPPED);

    /** How many failures a sentence tells of. */
    private static final int TOLD = 3;

    private final RunView view;
    private final List<Lane> failed;

    private Failures(RunView view) {
        this.view = view;
        this.failed = view.failed();
    }

    static Failures of(RunView view) {
        return new Failures(view);
    }

    /** Whether nothing new is to be begun because of them. */
    boolean stop() {
        long hosts = failed.stream().filter(lane -> !lane.place().isLocal()).count();
        return hosts > view.head().settings().failuresAllowed()
                || hosts < failed.size()
                || isRefused()
                || isCanary();
    }

    /** Whether a host is there and would not let itself be opened. */
    private boolean isRefused() {
        return failed.stream().anyMatch(Failures::isRefused);
    }

    private static boolean isRefused(Lane lane) {
        Lane.Failure failure = lane.failure();
        return failure != null
                && failure.step().kind() == Step.Kind.OPEN
                && failure.ending().status() != Status.ERROR;
    }

    private boolean isCanary() {
        if (!(view.head().settings().strategy() instanceof Strategy.Canary canary)) {
            return false;
        }
        List<Place> hosts = List.copyOf(Place.hosts(view.head().hosts()));
        return canary.batches(hosts).stream()
                .limit(1)
                .flatMap(List::stream)
                .anyMatch(place -> view.lanes().containsKey(place) && view.lane(place).isFailed());
    }

    /** Restarts that are due where a job failed, since another had changed something before. */
    List<Step> restarts() {
        List<Step> steps = new ArrayList<>();
        for (Lane lane : failed) {
            Lane.Failure failure = lane.failure();
            boolean mayFollow =
                    failure != null
                            && !failure.isLast()
                            && lane.hold().opened()
                            && lane.running() == null;
            if (mayFollow) {
                view.due(lane).stream()
                        .limit(1)
                        .forEach(daemon -> steps.add(daemon.at(lane.place())));
            }
        }
        return steps;
    }

    /** Locks to give back, since the run does not begin, or not with those hosts. */
    List<Step> retreat() {
        boolean nothingBegun = !view.isAnyJobBegun();
        List<Step> steps = new ArrayList<>();
        for (Lane lane : view.lanes().values()) {
            boolean mayRelease =
                    lane.running() == null
                            && lane.hold().reached()
                            && lane.hold().lock() != Hold.Lock.FREE
                            && !lane.isBegun();
            if (mayRelease && (nothingBegun || isRefused())) {
                steps.add(Step.of(Step.Kind.RELEASE, lane.place()));
            }
        }
        return steps;
    }

    /** How the run ends, as nothing more is begun. */
    Decision.Finish finish() {
        if (failed.isEmpty()) {
            return new Decision.Finish(Status.OK, summary());
        }
        for (Status status : WORST_FIRST) {
            List<Lane.Failure> such =
                    failed.stream()
                            .map(Lane::failure)
                            .filter(failure ->
                                    failure != null && failure.ending().status() == status)
                            .toList();
            if (!such.isEmpty()) {
                return new Decision.Finish(status, told(such));
            }
        }
        throw new IllegalStateException("a failure without a status");
    }

    /** How it ends when its locks are given back: as its jobs did, whatever was left to do. */
    Decision.Finish givenUp() {
        for (Status status : WORST_FIRST) {
            List<String> such = jobs(status);
            if (!such.isEmpty()) {
                return new Decision.Finish(
                        status,
                        such.get(0)
                                + (such.size() > 1
                                        ? "; and %d more".formatted(such.size() - 1)
                                        : "")
                                + "; given up");
            }
        }
        return new Decision.Finish(Status.STOPPED, "given up");
    }

    private List<String> jobs(Status status) {
        List<String> jobs = new ArrayList<>();
        view.lanes()
                .values()
                .forEach(lane ->
                        lane.cells(view.isUndoing())
                                .forEach((job, cell) -> {
                                    if (cell.status() == status && !cell.skipped()) {
                                        jobs.add(
                                                "%s on %s: %s"
                                                        .formatted(
                                                                job, lane.place(), cell.reason()));
                                    }
                                }));
        return jobs;
    }

    private String told(List<Lane.Failure> such) {
        String first =
                such.stream()
                        .limit(TOLD)
                        .map(Lane.Failure::toString)
                        .collect(Collectors.joining("; "));
        int more = failed.size() - Math.min(TOLD, such.size());
        return more == 0 ? first : "%s; and %d more places failed".formatted(first, more);
    }

    private String summary() {
        if (view.isUndoing()) {
            return "undone";
        }
        int changed = view.count(Cell::changed);
        return changed == 0
                ? "nothing had to be changed"
                : "%d of %d jobs changed something".formatted(changed, view.count(cell -> true));
    }
}
