package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides what a run does next from what is known of it, and from nothing else. Locks of all hosts
 * are taken first, in order; stages follow one another, and within one the hosts by the strategy.
 * Pure.
 */
public final class Course {

    private final RunView view;
    private final RunHead head;
    private final RunState state;
    private final Failures failures;

    private Course(RunView view) {
        this.view = view;
        this.head = view.head();
        this.state = view.state();
        this.failures = Failures.of(view);
    }

    /** What it does next. */
    public static Decision next(RunView view) {
        return new Course(view).next();
    }

    private Decision next() {
        if (state.finished() != null) {
            return new Decision.Rest();
        }
        if (state.mode() == RunState.Mode.RELEASE) {
            return release();
        }
        if (head.settings().approval() && state.approvedBy().isEmpty() && !isHalted()) {
            return new Decision.Ask("a second person has to approve it");
        }
        if (isHalted()) {
            return quiet(List.of(), this::halted);
        }
        if (!state.pausedAt().isEmpty()) {
            return new Decision.Ask(
                    "the first hosts are done; resume it if they are as they should");
        }
        if (failures.stop()) {
            List<Step> last = new ArrayList<>(failures.restarts());
            last.addAll(failures.retreat());
            return quiet(last, failures::finish);
        }
        Openings openings = Openings.of(view);
        return openings.areDone() ? work() : quiet(openings.steps(), Course::stuck);
    }

    /** What runs may have been all that was left. */
    private Decision halted() {
        return view.isComplete()
                ? failures.finish()
                : new Decision.Finish(Status.STOPPED, state.halted());
    }

    private boolean isHalted() {
        return !state.halted().isEmpty();
    }

    /** Begins what can be, or waits for what runs; otherwise what is given. */
    private Decision quiet(List<Step> steps, Supplier<Decision> otherwise) {
        int room = head.settings().atOnce() - view.inFlight().size();
        List<Step> starting = steps.subList(0, Math.max(0, Math.min(room, steps.size())));
        if (!starting.isEmpty()) {
            return new Decision.Start(starting);
        }
        if (!view.inFlight().isEmpty()) {
            return new Decision.Await();
        }
        return otherwise.get();
    }

    private Decision release() {
        List<Step> steps = new ArrayList<>();
        for (Lane lane : view.lanes().values()) {
            if (lane.running() == null
                    && !lane.isFailed()
                    && lane.hold().lock() != Hold.Lock.FREE) {
                Step.Kind kind = lane.hold().reached() ? Step.Kind.RELEASE : Step.Kind.REACH;
                steps.add(Step.of(kind, lane.place()));
            }
        }
        return quiet(steps, () -> view.failed().isEmpty() ? failures.givenUp() : failures.finish());
    }

    private Decision work() {
        for (Stage stage : Stage.of(head, view.isUndoing())) {
            List<List<Lane>> batches = batches(stage);
            for (int i = 0; i < batches.size(); i++) {
                List<Lane> left = left(batches.get(i), stage);
                if (!left.isEmpty()) {
                    return quiet(steps(left, stage), this::waiting);
                }
                boolean othersFollow = i == 0 && batches.size() > 1 && pauses(stage);
                if (othersFollow && !left(batches.get(1), stage).isEmpty()) {
                    return quiet(failures.restarts(), () -> pause(stage));
                }
            }
        }
        return quiet(failures.restarts(), failures::finish);
    }

    private List<List<Lane>> batches(Stage stage) {
        if (stage.isLocal()) {
            return List.of(List.of(view.lane(Place.LOCAL)));
        }
        return head.settings().strategy().batches(hosts());
    }

    private List<Lane> hosts() {
        return view.lanes().values().stream().filter(lane -> !lane.place().isLocal()).toList();
    }

    private List<Lane> left(List<Lane> lanes, Stage stage) {
        return lanes.stream()
                .filter(lane -> !lane.isFailed() && Position.of(view, lane, stage).isLeft())
                .toList();
    }

    private boolean pauses(Stage stage) {
        return head.settings().strategy() instanceof Strategy.Canary canary
                && canary.gate() == Strategy.Gate.PAUSE
                && !view.isUndoing()
                && !stage.isLocal()
                && !stage.jobs().isEmpty()
                && !state.passed().contains(stage.name());
    }

    private static Decision pause(Stage stage) {
        return new Decision.Pause(
                stage.name(),
                "the first hosts are done from %s on; the others follow when it is resumed"
                        .formatted(stage.name()));
    }

    private Decision waiting() {
        if (!view.questions().isEmpty()) {
            RunView.Question first = view.questions().get(0);
            return new Decision.Ask(
                    "%s on %s: %s".formatted(first.job(), first.place(), first.text()));
        }
        if (!state.only().isEmpty()) {
            return new Decision.Finish(
                    Status.STOPPED,
                    "what had failed is done; it goes on with the others when it is resumed");
        }
        return stuck();
    }

    private static Decision stuck() {
        throw new IllegalStateException("a run that can neither go on nor end");
    }

    private List<Step> steps(List<Lane> left, Stage stage) {
        List<Position> positions =
                left.stream().map(lane -> Position.of(view, lane, stage)).toList();
        int earliest = positions.stream().mapToInt(Position::number).min().orElse(0);
        boolean together = head.settings().order() == RunSettings.Order.STEP_FIRST;
        List<Step> steps = new ArrayList<>(failures.restarts());
        positions.stream()
                .filter(position -> !together || position.number() == earliest)
                .filter(position -> isOneOfThese(position.place()))
                .sorted(Comparator.comparing(position -> !position.isUnderWay()))
                .forEach(position -> position.next().ifPresent(steps::add));
        return steps;
    }

    private boolean isOneOfThese(Place place) {
        return state.only().isEmpty() || state.only().contains(place);
    }
}
