package dev.cadastre.change.run;

import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.ChangeDigest;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the steps of a run, and tells what came of each. Thread-safe, but for one place. */
final class Worker {

    private final RunHead head;
    private final RunPorts ports;
    private final Tasks tasks;
    private final Opener opener;
    private final KeptRoom room;
    private final Map<Place, HostSession> sessions = new ConcurrentHashMap<>();
    private final Map<Place, Seen> seen = new ConcurrentHashMap<>();

    /**
     * What was seen when a place was opened.
     *
     * @param bases what looks rest on, by the scripts' numbers
     * @param digests of scripts, by their numbers
     */
    record Seen(Map<Integer, String> bases, Map<Integer, String> digests) {
        /** Copies what can be changed. */
        Seen {
            bases = Map.copyOf(bases);
            digests = Map.copyOf(digests);
        }
    }

    Worker(RunOrder order, RunView view, RunPorts ports) {
        this.head = view.head();
        this.room = KeptRoom.after(view);
        this.ports = ports;
        this.tasks = new Tasks(order.change(), head, ports.daemons(), ports.secrets());
        this.opener = new Opener(head, ports, tasks);
    }

    /**
     * Does a step.
     *
     * @param view what was known when it was begun
     * @param early gets what is to be written down before the step has ended
     * @return what is to be written down then, its ending among it
     */
    List<RunEntry> perform(Step step, RunView view, Consumer<RunEntry> early, StopSignal stop) {
        if (step.kind() == Step.Kind.OPEN) {
            return safely(step, output -> open(step, view, early));
        }
        return safely(step, output -> List.of(ended(step, once(step, view, output, stop))));
    }

    private List<RunEntry> safely(Step step, Function<OutputRelay, List<RunEntry>> work) {
        long begun = ports.nanoTime().getAsLong();
        OutputRelay output =
                new OutputRelay(
                        ports.secrets()::masking, text -> ports.listener().printed(step, text));
        List<RunEntry> entries;
        String printed = "";
        try {
            entries = work.apply(output);
            printed = output.end();
        } catch (RuntimeException | Error e) {
            // Whatever a port or an operation throws must not leave the run without an end.
            entries = List.of(ended(step, fault(step, e)));
        }
        Duration took = Duration.ofNanos(ports.nanoTime().getAsLong() - begun);
        String kept = printed;
        return entries.stream().map(entry -> complete(entry, step, took, kept)).toList();
    }

    private static Ending fault(Step step, Throwable thrown) {
        String reason = Endings.words(thrown);
        return step.kind() == Step.Kind.JOB || step.kind() == Step.Kind.UNDO
                ? Ending.cut(Status.ERROR, "program-fault", reason)
                : Ending.not(Status.ERROR, "program-fault", reason);
    }

    private RunEntry complete(RunEntry entry, Step step, Duration took, String printed) {
        if (!(entry instanceof RunEntry.Ended ended)) {
            return entry;
        }
        Ending ending = ended.ending();
        if (ended.step().equals(step)) {
            Ending timed = ending.after(took);
            ending = printed.isEmpty() ? timed : timed.printing(printed);
        }
        Place place = ended.step().place();
        Ending masked = Endings.masked(ending, ports.secrets());
        return new RunEntry.Ended(ended.at(), ended.step(), room.kept(place, masked));
    }

    private RunEntry ended(Step step, Ending ending) {
        return new RunEntry.Ended(ports.clock().instant(), step, ending);
    }

    private List<RunEntry> open(Step step, RunView view, Consumer<RunEntry> early) {
        Place place = step.place();
        Opener.Outcome outcome =
                place.isLocal()
                        ? opener.local(step, view)
                        : opener.host(step, view, session(place), early);
        seen.put(place, outcome.seen());
        return outcome.entries();
    }

    private Ending once(Step step, RunView view, OutputRelay output, StopSignal stop) {
        return switch (step.kind()) {
            case REACH -> reach(step.place());
            case RELEASE -> release(step.place());
            case JOB, UNDO, RESTART, RELOAD -> task(step, view, output, stop);
            case OPEN -> throw new IllegalArgumentException("opened elsewhere: " + step);
        };
    }

    private Ending reach(Place place) {
        HostSession.Reaching reaching = session(place).reach();
        return reaching instanceof HostSession.OutOfReach outOfReach
                ? Ending.not(Status.ERROR, "out-of-reach", outOfReach.reason())
                : Ending.ok("connected");
    }

    private Ending release(Place place) {
        HostSession.Releasing releasing = session(place).release(head.bundle(), head.run());
        if (releasing instanceof HostSession.OutOfReach outOfReach) {
            return Ending.not(
                    Status.ERROR,
                    "out-of-reach",
                    "the lock may have stayed: " + outOfReach.reason());
        }
        boolean wasHeld = releasing instanceof HostSession.Released released && released.wasHeld();
        return Ending.ok(wasHeld ? "released" : "the lock was not this run's any more");
    }

    private Ending task(Step step, RunView view, OutputRelay output, StopSignal stop) {
        if (stop.isGiven()) {
            return Ending.not(Status.STOPPED, "stopped", "it was not begun as the run was stopped");
        }
        Task task = tasks.of(step, view);
        if (task.operation() instanceof EngineOperation.WaitForMonitor wait && !task.isOwnUndo()) {
            return Endings.of(ports.monitors().await(wait, stop));
        }
        boolean isProgram = task.operation() instanceof ProgramOperation && !task.isOwnUndo();
        if (isProgram && !step.place().isLocal()) {
            return Ending.not(
                    Status.FAILED,
                    "program-remote",
                    "a program is done LOCAL only, since hosts have none to run it with");
        }
        Script script = task.script(ports.contexts().apply(step.place()));
        if (script == null && !isProgram) {
            return Ending.not(
                    Status.FAILED,
                    "no-undo",
                    "nothing is known that undoes it; undo it by hand, then skip it");
        }
        return step.place().isLocal()
                ? local(step, view, task, output, stop)
                : remote(step, view, task, script, output, stop);
    }

    private Ending local(Step step, RunView view, Task task, OutputRelay output, StopSignal stop) {
        String basis = basis(view.lane(step.place()), task);
        return Endings.of(ports.local().run(task, basis, output, stop), task.limit());
    }

    private Ending remote(
            Step step,
            RunView view,
            Task task,
            @Nullable Script script,
            OutputRelay output,
            StopSignal stop) {
        Place place = step.place();
        Seen opened = seen.get(place);
        boolean isSame =
                script != null
                        && opened != null
                        && ChangeDigest.of(script).equals(opened.digests().get(task.number()));
        if (!isSame || script == null) {
            return Ending.not(
                    Status.FAILED,
                    "changed-meanwhile",
                    "a file or value of the change has changed since the host was opened");
        }
        BundledScript call =
                new BundledScript(task.number(), script, task.as(), task.limit(), false);
        HostSession.Running running =
                session(place).run(call, basis(view.lane(place), task), output, stop);
        return Endings.of(running, task.limit());
    }

    /** What was seen at the opening binds only as long as the run itself has changed nothing. */
    private String basis(Lane lane, Task task) {
        Seen opened = seen.get(lane.place());
        return opened == null || lane.hold().disturbed()
                ? ""
                : opened.bases().getOrDefault(task.number(), "");
    }

    private HostSession session(Place place) {
        return sessions.computeIfAbsent(place, key -> ports.hosts().session(key.host()));
    }

    /** Gives all connections back. */
    void close() {
        sessions.values().forEach(HostSession::close);
        sessions.clear();
    }
}
