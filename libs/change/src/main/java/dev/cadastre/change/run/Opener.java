package dev.cadastre.change.run;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.ChangeDigest;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Opens places: takes the lock, compares what is there with what was planned on, and finds out what
 * became of jobs that were cut.
 */
final class Opener {

    private final RunHead head;
    private final RunPorts ports;
    private final Tasks tasks;

    Opener(RunHead head, RunPorts ports, Tasks tasks) {
        this.head = head;
        this.ports = ports;
        this.tasks = tasks;
    }

    /**
     * What came of it.
     *
     * @param entries what is to be written down
     * @param seen what jobs rest on
     */
    record Outcome(List<RunEntry> entries, Worker.Seen seen) {}

    /** Scripts of a place, and what they are known by. */
    record Prepared(List<BundledScript> scripts, Map<Integer, String> digests) {}

    /** Opens a host. */
    Outcome host(Step step, RunView view, HostSession session, Consumer<RunEntry> early) {
        Prepared prepared = prepared(step.place(), view);
        AtomicBoolean told = new AtomicBoolean();
        Runnable locked =
                () -> {
                    if (told.compareAndSet(false, true)) {
                        early.accept(locked(step));
                    }
                };
        Lock lock = new Lock(head.run(), head.who(), ports.clock().instant(), message());
        HostSession.Opening opening =
                session.open(new Bundle(head.bundle(), prepared.scripts()), lock, locked);
        if (opening instanceof HostSession.Opened opened) {
            locked.run();
            return opened(step, view, opened.answers(), opened.traces(), prepared.digests());
        }
        Ending ending =
                opening instanceof HostSession.Blocked blocked
                        ? blocked(step.place(), blocked)
                        : not(opening, "; the lock may have been taken");
        return outcome(List.of(ended(step, ending)));
    }

    private RunEntry locked(Step step) {
        return new RunEntry.Locked(ports.clock().instant(), step.place());
    }

    private String message() {
        return head.why().isEmpty() ? head.change() : head.change() + ": " + head.why();
    }

    /** Looks at what is done on this machine. */
    Outcome local(Step step, RunView view) {
        Local local = local(view);
        HostSession.Looking looking = ports.local().look(local.tasks());
        return looking instanceof HostSession.Looked looked
                ? opened(
                        step,
                        view,
                        looked.answers(),
                        ports.local().traces(local.tasks()),
                        local.digests())
                : outcome(List.of(ended(step, not(looking, ""))));
    }

    /** What is done on this machine, and what its scripts are known by. */
    record Local(List<Task> tasks, Map<Integer, String> digests) {}

    Local local(RunView view) {
        List<Task> all = new ArrayList<>();
        Map<Integer, String> digests = new HashMap<>();
        for (Step looked : tasks.lookedAt(view, Place.LOCAL)) {
            Task task = tasks.of(looked, view);
            Script script = task.script(ports.contexts().apply(Place.LOCAL));
            if (script != null || !task.isOwnUndo()) {
                all.add(task);
                digests.put(task.number(), script == null ? "" : ChangeDigest.of(script));
            }
        }
        return new Local(all, digests);
    }

    /** The scripts of a host, without what they read. */
    Prepared prepared(Place place, RunView view) {
        List<Step> looked = tasks.lookedAt(view, place);
        List<Step> all = new ArrayList<>(looked);
        all.addAll(tasks.restarts(place));
        List<BundledScript> scripts = new ArrayList<>();
        Map<Integer, String> digests = new HashMap<>();
        for (Step step : all) {
            Task task = tasks.of(step, view);
            Script script = task.script(ports.contexts().apply(place));
            if (script != null) {
                Script sent = Script.of(script.look(), script.act(), script.variables());
                scripts.add(
                        new BundledScript(
                                task.number(),
                                sent,
                                task.as(),
                                task.limit(),
                                looked.contains(step)));
                digests.put(task.number(), ChangeDigest.of(script));
            }
        }
        return new Prepared(scripts, digests);
    }

    private Outcome opened(
            Step step,
            RunView view,
            Map<Integer, ScriptAnswer> answers,
            Map<Integer, Trace> traces,
            Map<Integer, String> digests) {
        List<String> outdated = outdated(step.place(), view, answers, digests);
        List<RunEntry> entries = new ArrayList<>();
        entries.add(ended(step, outdated.isEmpty() ? Ending.ok("opened") : stale(outdated)));
        for (Step cut : inDoubt(view, step.place())) {
            entries.add(
                    digests.containsKey(tasks.of(cut, view).number())
                            ? known(cut, view, answers, traces)
                            : looked(cut, Verdicts.NO_SCRIPT));
        }
        Map<Integer, String> bases = new HashMap<>();
        answers.forEach((number, answer) -> bases.put(number, answer.basis()));
        return new Outcome(entries, new Worker.Seen(bases, digests));
    }

    /** Once jobs have been done, or people have been at work, it is no longer as it was planned. */
    private List<String> outdated(
            Place place,
            RunView view,
            Map<Integer, ScriptAnswer> answers,
            Map<Integer, String> digests) {
        PlannedPlace planned = view.planned().get(place);
        return planned == null || view.isAnyJobBegun()
                ? List.of()
                : planned.outdated(PlannedPlace.of(place, seen(place, view, answers, digests)));
    }

    /** What the looks of a place came to. */
    List<PlannedJob> seen(
            Place place,
            RunView view,
            Map<Integer, ScriptAnswer> answers,
            Map<Integer, String> digests) {
        List<PlannedJob> seen = new ArrayList<>();
        for (Step step : tasks.lookedAt(view, place)) {
            int number = tasks.of(step, view).number();
            ScriptAnswer answer = answers.get(number);
            seen.add(
                    answer == null
                            ? PlannedJob.unknown(step.subject(), "its look told nothing")
                            : PlannedJob.of(
                                    step.subject(), digests.getOrDefault(number, ""), answer));
        }
        return seen;
    }

    private static Ending stale(List<String> outdated) {
        return Ending.not(
                Status.FAILED,
                "stale",
                "nothing was done, since the plan does not hold any more: %s; plan again"
                        .formatted(String.join("; ", outdated)));
    }

    private static List<Step> inDoubt(RunView view, Place place) {
        boolean undoing = view.isUndoing();
        Step.Kind kind = undoing ? Step.Kind.UNDO : Step.Kind.JOB;
        List<Step> steps = new ArrayList<>();
        view.lane(place)
                .cells(undoing)
                .forEach((job, cell) -> {
                    if (cell.doubt() == Cell.Doubt.LOOK) {
                        steps.add(new Step(kind, job, place));
                    }
                });
        return steps;
    }

    private RunEntry known(
            Step cut,
            RunView view,
            Map<Integer, ScriptAnswer> answers,
            Map<Integer, Trace> traces) {
        int number = tasks.of(cut, view).number();
        Cell cell = view.lane(cut.place()).cells(view.isUndoing()).get(cut.subject());
        int attempts = cell == null ? 0 : cell.attempts();
        Verdicts.Known known = Verdicts.of(answers.get(number), traces.get(number), attempts);
        return known instanceof Verdicts.Kept kept
                ? ended(cut, kept.ending())
                : looked(cut, (Verdicts.Told) known);
    }

    private RunEntry looked(Step cut, Verdicts.Told known) {
        String reason = ports.secrets().masking().masked(known.reason());
        return new RunEntry.Looked(ports.clock().instant(), cut, known.verdict(), reason);
    }

    private static Ending not(Object answer, String besides) {
        if (answer instanceof HostSession.Refused refused) {
            return Ending.not(Status.FAILED, refused.code(), refused.reason());
        }
        String reason =
                answer instanceof HostSession.OutOfReach outOfReach ? outOfReach.reason() : "";
        return Ending.not(Status.ERROR, "out-of-reach", reason + besides);
    }

    private Ending blocked(Place place, HostSession.Blocked blocked) {
        Lock lock = blocked.lock();
        return Ending.not(
                Status.BLOCKED,
                "locked",
                "%s %s; once nobody works there, move %s on %s away to break it"
                        .formatted(
                                lock == null
                                        ? "somebody has the lock, who cannot be read"
                                        : plain(lock.toString()) + " has the lock",
                                lock == null ? "" : ending(lock),
                                plain(blocked.directory()),
                                place)
                        .replace("  ", " ")
                        .replace(" ;", ";"));
    }

    private String ending(Lock lock) {
        String known = ports.runs().ending(lock.run());
        return known == null ? "" : "and was left behind, for that run has ended: " + known;
    }

    /** It comes from a host. */
    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > 500 ? line.substring(0, 500) + "…" : line;
    }

    private RunEntry ended(Step step, Ending ending) {
        return new RunEntry.Ended(ports.clock().instant(), step, ending);
    }

    private static Outcome outcome(List<RunEntry> entries) {
        return new Outcome(entries, new Worker.Seen(Map.of(), Map.of()));
    }
}
