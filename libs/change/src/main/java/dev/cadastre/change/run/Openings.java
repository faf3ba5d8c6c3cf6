package dev.cadastre.change.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to be opened before anything is done. All hosts are connected to first, at once. Then
 * locks are asked for one after the other in the order of the hosts' names, each as soon as the one
 * before it is had, so that of two runs that share hosts one gets all of them.
 */
final class Openings {

    private final RunView view;
    private final List<Lane> reaching = new ArrayList<>();
    private final List<Lane> opening = new ArrayList<>();

    private Openings(RunView view) {
        this.view = view;
    }

    static Openings of(RunView view) {
        Openings openings = new Openings(view);
        for (Lane lane : view.lanes().values()) {
            boolean isMeant =
                    view.state().only().isEmpty() || view.state().only().contains(lane.place());
            if (isMeant && !lane.isFailed() && !lane.hold().opened() && openings.isNeeded(lane)) {
                openings.add(lane);
            }
        }
        return openings;
    }

    private void add(Lane lane) {
        opening.add(lane);
        if (!lane.place().isLocal() && !lane.hold().reached()) {
            reaching.add(lane);
        }
    }

    private boolean isNeeded(Lane lane) {
        boolean undoing = view.isUndoing();
        if (lane.place().isLocal()) {
            return lane.cells(undoing).entrySet().stream()
                    .filter(cell -> !cell.getValue().isDone())
                    .filter(cell -> !undoing || view.isToBeUndone(lane, cell.getKey()))
                    .anyMatch(cell -> isLookedAt(view.head().job(cell.getKey())));
        }
        return lane.hold().lock() != Hold.Lock.FREE
                || !view.due(lane).isEmpty()
                || lane.cells(undoing).entrySet().stream()
                        .filter(cell -> !cell.getValue().isDone())
                        .anyMatch(cell -> !undoing || view.isToBeUndone(lane, cell.getKey()));
    }

    private static boolean isLookedAt(JobLine job) {
        return job.kind() == JobLine.Kind.SCRIPT || job.kind() == JobLine.Kind.PROGRAM;
    }

    /** Whether nothing has to be opened any more. */
    boolean areDone() {
        return opening.isEmpty();
    }

    /** What can be begun now. */
    List<Step> steps() {
        return reaching.isEmpty() ? locks() : connections();
    }

    private List<Step> connections() {
        return reaching.stream()
                .filter(lane -> lane.running() == null)
                .map(lane -> Step.of(Step.Kind.REACH, lane.place()))
                .toList();
    }

    private List<Step> locks() {
        List<Step> steps = new ArrayList<>();
        for (Lane lane : opening) {
            if (lane.running() == null) {
                steps.add(Step.of(Step.Kind.OPEN, lane.place()));
            }
            if (!lane.place().isLocal() && lane.hold().lock() != Hold.Lock.HELD) {
                break;
            }
        }
        return steps;
    }
}
