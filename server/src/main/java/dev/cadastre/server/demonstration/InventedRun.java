package dev.cadastre.server.demonstration;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Course;
import dev.cadastre.change.run.Decision;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A run on paper: what it does next is decided as that of any run, and time goes by as its steps
 * are said to take. For one thread.
 */
final class InventedRun {

    private final List<RunEntry> entries = new ArrayList<>();
    private final PriorityQueue<InFlight> inFlight =
            new PriorityQueue<>(
                    Comparator.comparing(InFlight::until).thenComparingInt(InFlight::number));
    private final Queue<Asked> asked;
    private final Instant beginning;
    private final Steps steps;
    private RunView view;
    private Instant now;
    private int begun;

    /** How steps end. */
    @FunctionalInterface
    interface Steps {

        /**
         * How one does.
         *
         * @param attempt the first is 1
         */
        Ending ending(Step step, int attempt);
    }

    /**
     * What a person asks for.
     *
     * @param after how long after the run was begun
     */
    record Asked(Duration after, String who, RunRequest request) {}

    private record InFlight(Instant until, int number, Step step, Ending ending) {}

    private InventedRun(
            RunHead head,
            List<PlannedPlace> planned,
            Instant beginning,
            Steps steps,
            List<Asked> asked) {
        this.beginning = beginning;
        this.now = beginning;
        this.steps = steps;
        this.asked = new ArrayDeque<>(asked);
        entries.add(new RunEntry.Begun(now, head));
        planned.forEach(place -> entries.add(new RunEntry.Planned(now, place)));
        this.view = RunView.of(entries);
    }

    /**
     * The journal of one.
     *
     * @param asked in the order of time
     */
    static List<RunEntry> journal(
            RunHead head,
            List<PlannedPlace> planned,
            Instant beginning,
            Steps steps,
            List<Asked> asked) {
        InventedRun run = new InventedRun(head, planned, beginning, steps, asked);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = run.next();
        }
        return List.copyOf(run.entries);
    }

    private boolean next() {
        return switch (Course.next(view)) {
            case Decision.Start start -> begin(start.steps());
            case Decision.Pause pause ->
                    write(new RunEntry.Paused(now, pause.stage(), pause.reason()));
            case Decision.Finish finish ->
                    write(new RunEntry.Finished(now, finish.status(), finish.reason()));
            case Decision.Await _, Decision.Ask _, Decision.Rest _ -> wait(inFlight.peek());
        };
    }

    private boolean begin(List<Step> some) {
        for (Step step : some) {
            write(new RunEntry.Started(now, step));
            Cell cell = view.cell(step.subject(), step.place());
            Ending ending = steps.ending(step, cell == null ? 1 : cell.attempts());
            inFlight.add(new InFlight(now.plus(ending.took()), begun, step, ending));
            begun++;
        }
        return true;
    }

    /** Goes on when something ends, or somebody asks for something, whatever comes first. */
    private boolean wait(InFlight first) {
        Asked next = asked.peek();
        boolean isAsked =
                next != null
                        && (first == null || beginning.plus(next.after()).isBefore(first.until()));
        if (isAsked) {
            asked.remove();
            now = beginning.plus(next.after());
            return write(new RunEntry.Requested(now, next.who(), next.request()));
        }
        return first != null && end(inFlight.remove());
    }

    private boolean end(InFlight one) {
        now = one.until();
        if (one.step().kind() == Step.Kind.OPEN && one.ending().status() == Status.OK) {
            write(new RunEntry.Locked(now, one.step().place()));
        }
        return write(new RunEntry.Ended(now, one.step(), one.ending()));
    }

    private boolean write(RunEntry entry) {
        entries.add(entry);
        view = view.after(List.of(entry));
        return true;
    }
}
