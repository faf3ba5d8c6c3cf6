package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation.CloseBundle;
import dev.cadastre.change.EngineOperation.OpenBundle;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.script.Script;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** All that a run has to do with, in memory. */
final class World {

    /** A change of one bundle, that asks for one restart. */
    static final Change SHOP =
            Change.of(
                    "shop",
                    job(At.REMOTE, new OpenBundle("shop")),
                    job(At.REMOTE, Wish.put("motd", "hello")).named("motd"),
                    job(At.REMOTE, Wish.put("conf", "2")).named("conf").restarting("nginx"),
                    job(At.REMOTE, Wish.append("history", "+")).named("history"),
                    job(At.REMOTE, new CloseBundle()));

    static final Place A = Place.host("a");

    private static final int MOST_ATTEMPTS = 50;

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final FakeHosts hosts;
    final FakeLocal local = new FakeLocal();
    final Map<String, List<String>> answers = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    final RunSecrets secrets = new RunSecrets(this::answer);
    final List<String> names;
    final Map<Step, StringBuilder> printed = new HashMap<>();
    Monitors monitors = Monitors.NONE;
    RunPorts.Runs runs = RunPorts.Runs.UNKNOWN;
    RunListener listener = RunListener.NONE;
    MemoryJournal journal = new MemoryJournal();

    World(String... names) {
        this.names = List.of(names);
        this.hosts = new FakeHosts(names);
    }

    private String answer(String name, boolean wasWrong) {
        asked.add(name + (wasWrong ? " again" : ""));
        List<String> given = answers.getOrDefault(name, List.of());
        return given.get(Math.min(wasWrong ? 1 : 0, given.size() - 1));
    }

    FakeHost host(String name) {
        return hosts.host(name);
    }

    RunPorts ports() {
        AtomicLong nanos = new AtomicLong();
        return new RunPorts(
                hosts,
                local,
                place -> context(),
                DAEMONS,
                monitors,
                secrets,
                runs,
                new Watching(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> nanos.addAndGet(1_000_000));
    }

    private static ScriptContext context() {
        return FakeLocal.Context.NONE;
    }

    private static final Daemons DAEMONS =
            new Daemons() {
                @Override
                public ScriptOperation restart(String daemon) {
                    return new DaemonWish("restart", daemon);
                }

                @Override
                public ScriptOperation reload(String daemon) {
                    return new DaemonWish("reload", daemon);
                }
            };

    private record DaemonWish(String word, String daemon) implements ScriptOperation {
        @Override
        public String name() {
            return "daemon." + word;
        }

        @Override
        public String summary() {
            return daemon;
        }

        @Override
        public Script script(ScriptContext context) {
            return Script.of(word, word, Map.of("key", daemon));
        }
    }

    private final class Watching implements RunListener {
        @Override
        public void wrote(RunEntry entry, RunView view) {
            listener.wrote(entry, view);
        }

        @Override
        public void printed(Step step, String text) {
            synchronized (printed) {
                printed.computeIfAbsent(step, key -> new StringBuilder()).append(text);
            }
            listener.printed(step, text);
        }
    }

    RunOrder order(Change change) {
        return RunOrder.of("42", "alice", change, names);
    }

    Executor executor(RunOrder order) throws IOException {
        return Executor.open(order, "alice", ports(), journal);
    }

    /** Runs it until a person has to say something. */
    RunView run(RunOrder order) throws IOException, InterruptedException {
        try (Executor executor = executor(order)) {
            return executor.run();
        }
    }

    /** Asks for things, and goes on after each. */
    RunView run(RunOrder order, RunRequest... requests) throws IOException, InterruptedException {
        try (Executor executor = executor(order)) {
            RunView view = executor.view();
            for (RunRequest request : requests) {
                Refusal refusal = executor.request("bob", request);
                if (refusal != null) {
                    throw new IllegalArgumentException(refusal.toString());
                }
                view = executor.run();
            }
            return view;
        }
    }

    /**
     * Takes up what is in the journal again and again until it is done, and answers truthfully what
     * a person is asked.
     */
    RunView complete(RunOrder order) throws IOException, InterruptedException {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            journal = journal.found();
            try (Executor executor = executor(order)) {
                executor.request("bob", new RunRequest.Resume(null));
                RunView view = executor.run();
                while (!view.questions().isEmpty()) {
                    answer(executor, view.questions().get(0));
                    view = executor.run();
                }
                if (view.status() == Status.OK) {
                    return view;
                }
            }
        }
        throw new IllegalStateException("the run does not come to an end");
    }

    private void answer(Executor executor, RunView.Question question) throws IOException {
        Set<Place> at = Set.of(question.place());
        boolean done =
                !question.isNote() && !host(question.place().host()).value("history").isEmpty();
        executor.request(
                "bob",
                question.isNote()
                        ? new RunRequest.Confirm(question.job(), at)
                        : new RunRequest.Settle(question.job(), at, done));
    }

    /** What came of a job at a place, which there must be. */
    static Cell cell(RunView view, String job, Place place) {
        Cell cell = view.cell(job, place);
        assertThat(cell).isNotNull();
        return cell == null ? Cell.NEW : cell;
    }
}
