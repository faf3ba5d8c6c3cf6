package dev.cadastre.change.run;

import dev.cadastre.change.plan.Plan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a change. What is done follows from the journal alone, which is written before and after
 * each step; whoever opens an executor on the journal of one that was killed goes on where it was.
 * Thread-safe.
 */
public final class Executor implements AutoCloseable {

    private final RunPorts ports;
    private final RunJournal journal;
    private final Worker worker;
    private final ExecutorService threads;

    /** Guards all that follows. */
    private final Object monitor = new Object();

    private final Map<Step, StopSignal> running = new HashMap<>();
    private final List<RunEntry> arrived = new ArrayList<>();
    private RunView view;
    private boolean isGoing;
    private boolean isStopped;
    private boolean hasNews;
    private @Nullable IOException broken;

    private Executor(RunOrder order, RunPorts ports, RunJournal journal, RunView view) {
        this.ports = ports;
        this.journal = journal;
        this.view = view;
        this.worker = new Worker(order, view, ports);
        this.threads =
                Executors.newFixedThreadPool(
                        view.head().settings().atOnce(),
                        task -> {
                            Thread thread = new Thread(task, "run-" + order.run());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Begins a run, or takes up the one whose journal it is; one that was going on has to be asked
     * to resume. Nothing is done before {@link #run}.
     *
     * @param who the person who begins it, or takes it up
     * @param order of a run that was begun, its plan may be left out, which the journal knows
     * @throws IllegalArgumentException if the journal is of another run, change or plan
     * @throws IOException if the journal cannot be written
     */
    public static Executor open(RunOrder order, String who, RunPorts ports, RunJournal journal)
            throws IOException {
        List<RunEntry> known = journal.entries();
        Instant now = ports.clock().instant();
        List<RunEntry> news =
                known.isEmpty() ? beginning(order, now) : List.of(new RunEntry.TakenUp(now, who));
        List<RunEntry> all = new ArrayList<>(known);
        all.addAll(news);
        RunView view = RunView.of(all);
        check(order, view.head());
        journal.write(news);
        news.forEach(entry -> ports.listener().wrote(entry, view));
        return new Executor(order, ports, journal, view);
    }

    private static List<RunEntry> beginning(RunOrder order, Instant now) {
        List<RunEntry> entries = new ArrayList<>();
        entries.add(new RunEntry.Begun(now, order.head()));
        Plan plan = order.plan();
        if (plan != null) {
            plan.places().stream()
                    .filter(place -> place.problem().isEmpty())
                    .forEach(place -> entries.add(new RunEntry.Planned(now, place)));
        }
        return entries;
    }

    private static void check(RunOrder order, RunHead head) {
        RunHead ordered = order.head();
        compare("run", RunHead::run, ordered, head);
        compare("change", RunHead::changeDigest, ordered, head);
        if (order.plan() != null) {
            compare("plan", RunHead::planDigest, ordered, head);
        }
        compare("parameters", RunHead::parameters, ordered, head);
        compare("hosts", RunHead::hosts, ordered, head);
    }

    private static void compare(
            String what, Function<RunHead, Object> part, RunHead ordered, RunHead head) {
        if (!part.apply(ordered).equals(part.apply(head))) {
            throw new IllegalArgumentException(
                    "the %s is not the one that run %s was begun with: %s, not %s"
                            .formatted(what, head.run(), part.apply(ordered), part.apply(head)));
        }
    }

    /** What is known now. */
    public RunView view() {
        synchronized (monitor) {
            return view;
        }
    }

    /**
     * Does all that can be done without a person. To be called again after a request for more.
     *
     * @return what is known then: the run has finished, or somebody has to answer something
     * @throws IOException if the journal cannot be written; what is in flight comes to its end, and
     *     nothing more is begun
     * @throws IllegalStateException if it is called while it is at work
     */
    public RunView run() throws IOException, InterruptedException {
        synchronized (monitor) {
            if (isGoing) {
                throw new IllegalStateException("the run is going on");
            }
            isGoing = true;
            try {
                while (next()) {
                    while (!running.isEmpty() && !hasNews) {
                        monitor.wait();
                    }
                }
                return view;
            } finally {
                isGoing = false;
            }
        }
    }

    /** Whether there is more to do, or to wait for. */
    private boolean next() throws IOException {
        hasNews = false;
        List<RunEntry> news = new ArrayList<>(arrived);
        arrived.clear();
        RunView known = view.after(news);
        Decision decision = Course.next(known);
        List<RunEntry> more = entries(decision);
        news.addAll(more);
        write(news, known.after(more));
        if (decision instanceof Decision.Start start) {
            start.steps().forEach(this::begin);
        }
        boolean rests = decision instanceof Decision.Rest || decision instanceof Decision.Ask;
        return !rests || !running.isEmpty();
    }

    private List<RunEntry> entries(Decision decision) {
        Instant now = ports.clock().instant();
        if (decision instanceof Decision.Start start) {
            return start.steps().stream()
                    .<RunEntry>map(step -> new RunEntry.Started(now, step))
                    .toList();
        }
        if (decision instanceof Decision.Pause pause) {
            return List.of(new RunEntry.Paused(now, pause.stage(), pause.reason()));
        }
        return decision instanceof Decision.Finish finish
                ? List.of(new RunEntry.Finished(now, finish.status(), finish.reason()))
                : List.of();
    }

    private void write(List<RunEntry> entries, RunView known) throws IOException {
        if (broken != null) {
            throw new IOException("the journal could not be written before", broken);
        }
        if (entries.isEmpty()) {
            return;
        }
        try {
            journal.write(entries);
        } catch (IOException e) {
            broken = e;
            throw e;
        }
        view = known;
        entries.forEach(entry -> ports.listener().wrote(entry, known));
    }

    private void begin(Step step) {
        if (!step.equals(view.lane(step.place()).running())) {
            return; // A person does it.
        }
        StopSignal stop = new StopSignal();
        if (isStopped) {
            stop.give();
        }
        running.put(step, stop);
        RunView known = view;
        threads.execute(() -> {
            List<RunEntry> entries =
                    worker.perform(step, known, entry -> arrive(List.of(entry)), stop);
            synchronized (monitor) {
                running.remove(step);
                arrive(entries);
            }
        });
    }

    private void arrive(List<RunEntry> entries) {
        synchronized (monitor) {
            arrived.addAll(entries);
            hasNews = true;
            monitor.notifyAll();
        }
    }

    /**
     * Asks for something, at any time. What was granted is written down; unless {@link #run} is at
     * work, it is done when that is called.
     *
     * @param who the person who asks
     * @return why it is not granted; null if it is
     * @throws IOException if the journal cannot be written
     */
    public @Nullable Refusal request(String who, RunRequest request) throws IOException {
        List<StopSignal> told = new ArrayList<>();
        synchronized (monitor) {
            Refusal refusal = RequestRules.refusal(view, who, request);
            if (refusal != null) {
                return refusal;
            }
            List<RunEntry> news = new ArrayList<>(arrived);
            arrived.clear();
            news.add(new RunEntry.Requested(ports.clock().instant(), who, request));
            write(news, view.after(news));
            isStopped = !view.state().halted().isEmpty() && (isStopped || isStop(request));
            if (isStopped) {
                told.addAll(running.values());
            }
            hasNews = true;
            monitor.notifyAll();
        }
        told.forEach(StopSignal::give);
        return null;
    }

    private static boolean isStop(RunRequest request) {
        return request instanceof RunRequest.Stop;
    }

    /**
     * Waits for what is in flight, of which no more is written down, and gives connections back.
     */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        worker.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
