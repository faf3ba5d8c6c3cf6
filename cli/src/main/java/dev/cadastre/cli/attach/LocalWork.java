package dev.cadastre.cli.attach;

import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.host.LocalMachine;
import dev.cadastre.change.portable.CompiledProgram;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Task;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Does on this machine what a run has to do on the machine of whoever runs the change. There is one
 * of it for a run. Thread-safe.
 */
final class LocalWork {

    /**
     * So often one who watches sees what is printed; after 60 s of silence a task counts as lost.
     */
    private static final long SIGN_OF_LIFE_SECONDS = 2;

    /** A little less than a server waits for one. */
    private static final Duration PATIENCE = Duration.ofSeconds(55);

    private static final String NOT_ASKED = "run.not-asked";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final Session session;
    private final Server server;
    private final String run;
    private final GivenChange given;
    private final RunSecrets secrets;
    private final LocalMachine machine;

    /**
     * For one run.
     *
     * @param name by which no other server has a run
     * @param given its change
     * @param secrets those of the run, so that a person types each once
     */
    LocalWork(Session session, String run, String name, GivenChange given, RunSecrets secrets) {
        this.session = session;
        this.server = session.server();
        this.run = run;
        this.given = given;
        this.secrets = secrets;
        ValuesOfRun values = ValuesOfRun.read(server, run);
        this.machine =
                new LocalMachine(
                        FolderContext.local(given.folder(), values.local()),
                        values.hosts(),
                        secrets,
                        traces(session, name));
    }

    /** What a server says is a name of a file only if it looks like one. */
    private static java.nio.file.@Nullable Path traces(Session session, String name) {
        return NAME.matcher(name).matches()
                ? session.home().resolve("at-work").resolve(name)
                : null;
    }

    /** Does what is asked for, unless somebody else does it already, or has to. */
    void perform(Json ask) throws InterruptedException {
        List<Task> tasks = ask.list("tasks").stream().map(this::task).toList();
        if (tasks.stream().anyMatch(LocalWork::isElsewhere)) {
            session.remark(
                    "%s is a program of the application, whose jar is not here: attach with --jar."
                            .formatted(names(tasks)));
            return;
        }
        String id = ask.text("id").orElse("");
        Optional<String> claim = claim(id);
        if (claim.isPresent()) {
            JsonObject result = new JsonObject().with("claim", claim.get());
            if (ask.text("kind").orElse("").equals("LOCAL_LOOK")) {
                look(new Claim(id, claim.get()), tasks, result);
            } else {
                Task task = tasks.getFirst();
                String basis = ask.text("basis").orElse("");
                run(new Claim(id, claim.get()), task, basis, result);
            }
            told(path(id, "result"), result.json());
        }
    }

    private static boolean isElsewhere(Task task) {
        return task.operation() instanceof CompiledProgram;
    }

    private static String names(List<Task> tasks) {
        return tasks.stream()
                .filter(LocalWork::isElsewhere)
                .map(Task::name)
                .collect(Collectors.joining(", "));
    }

    private Optional<String> claim(String id) {
        try {
            return server.write("POST", path(id, "claim"), "{}").text("claim");
        } catch (Failure failure) {
            if (failure.says("run.task-taken") || failure.says(NOT_ASKED)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Tells the server, again and again for as long as it waits for a sign of life: what is being
     * done here is worth more than a connection. Empty if the server had heard it already.
     */
    private Optional<Json> told(Path path, Json what) throws InterruptedException {
        long begun = System.nanoTime();
        boolean again = false;
        while (true) {
            try {
                return Optional.of(server.write("POST", path, what));
            } catch (Failure failure) {
                if (again && failure.says(NOT_ASKED)) {
                    return Optional.empty();
                }
                boolean isLate = System.nanoTime() - begun > PATIENCE.toNanos();
                if (failure.kind() != Failure.Kind.OUT_OF_REACH || isLate) {
                    throw failure;
                }
                again = true;
                TimeUnit.SECONDS.sleep(SIGN_OF_LIFE_SECONDS);
            }
        }
    }

    private Path path(String ask, String what) {
        return Path.of("runs", run, "local-tasks", ask, what);
    }

    private Task task(Json json) {
        String name = json.text("job").orElse("");
        Job job =
                given.change().jobs().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new Failure(
                                        Failure.Kind.NO,
                                        "The server asks for a job %s that the change has not"
                                                .formatted(name),
                                        "Halt the run, and plan it again."));
        boolean byItself = json.at("before") instanceof Json.Members;
        Operation operation = json.holds("undoing") && !byItself ? undo(job) : job.operation();
        return new Task(
                number(json, "number"),
                json.text("name").orElse(name),
                operation,
                byItself ? ValuesOfRun.texts(json.at("before")) : null,
                json.text("as").orElse(null),
                Duration.ofSeconds(number(json, "limitSeconds")));
    }

    /** To do it again in place of undoing it would be worse than to fail. */
    private static Operation undo(Job job) {
        Operation undo = job.undo();
        if (undo == null) {
            throw new Failure(
                    Failure.Kind.NO,
                    "The server asks to undo %s, and nothing is known that undoes it"
                            .formatted(job.name()),
                    "Undo it by hand, and halt the run.");
        }
        return undo;
    }

    private static int number(Json json, String name) {
        return json.text(name).map(Integer::parseInt).orElse(0);
    }

    /** What the server knows this machine's work on an ask by. */
    private record Claim(String ask, String word) {}

    private void look(Claim claim, List<Task> tasks, JsonObject result)
            throws InterruptedException {
        try {
            looked(
                    awaited(
                            claim,
                            new Printed(secrets),
                            new StopSignal(),
                            () -> machine.look(tasks)),
                    result);
        } catch (ExecutionException e) {
            refused(fault(e), result);
        }
    }

    private void run(Claim claim, Task task, String basis, JsonObject result)
            throws InterruptedException {
        Printed printed = new Printed(secrets);
        StopSignal stop = new StopSignal();
        try {
            ran(
                    task,
                    awaited(
                            claim,
                            printed,
                            stop,
                            () -> machine.run(task, basis, printed::append, stop)),
                    result);
        } catch (ExecutionException e) {
            refused(fault(e), result);
        }
    }

    private static HostSession.Refused fault(ExecutionException fault) {
        return new HostSession.Refused("local-fault", String.valueOf(fault.getCause()));
    }

    /**
     * Tells what it prints, and that it is still at work, until it is done. Nothing goes on here
     * that the server does not know of any more: it is stopped then.
     */
    private <T> T awaited(Claim claim, Printed printed, StopSignal stop, Supplier<T> work)
            throws InterruptedException, ExecutionException {
        CompletableFuture<T> running = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        running.complete(work.get());
                    } catch (RuntimeException e) {
                        running.completeExceptionally(e);
                    }
                });
        boolean done = false;
        try {
            while (!done) {
                done = isDone(running);
                tell(claim, printed.take(done), stop);
            }
            return running.get();
        } finally {
            if (!done) {
                stop.give();
            }
        }
    }

    private static boolean isDone(CompletableFuture<?> running) throws InterruptedException {
        try {
            running.get(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException _) {
            return true; // Whoever takes the result is told.
        }
    }

    private void tell(Claim claim, List<String> pieces, StopSignal stop)
            throws InterruptedException {
        for (String piece : pieces) {
            Json said = new JsonObject().with("claim", claim.word()).with("text", piece).json();
            if (told(path(claim.ask(), "output"), said)
                    .filter(order -> order.holds("stop"))
                    .isPresent()) {
                stop.give();
            }
        }
    }

    private void looked(HostSession.Looking looking, JsonObject result) {
        switch (looking) {
            case HostSession.Looked looked -> {
                List<Json> answers = new ArrayList<>();
                looked.answers().forEach((number, answer) -> answers.add(answer(number, answer)));
                result.with("kind", "LOOKED").with("answers", new Json.Items(answers));
            }
            case HostSession.Refused refused -> refused(refused, result);
            case HostSession.OutOfReach outOfReach -> outOfReach(outOfReach, result);
        }
    }

    private void ran(Task task, HostSession.Running running, JsonObject result) {
        switch (running) {
            case HostSession.Answered answered ->
                    result.with("kind", "ANSWERED")
                            .with(
                                    "answers",
                                    new Json.Items(
                                            List.of(answer(task.number(), answered.answer()))));
            case HostSession.TimedOut _ -> result.with("kind", "TIMED_OUT");
            case HostSession.Stopped _ -> result.with("kind", "STOPPED");
            case HostSession.Refused refused -> refused(refused, result);
            case HostSession.OutOfReach outOfReach -> outOfReach(outOfReach, result);
        }
    }

    private static void refused(HostSession.Refused refused, JsonObject result) {
        result.with("kind", "REFUSED")
                .with("code", refused.code())
                .with("reason", refused.reason());
    }

    private static void outOfReach(HostSession.OutOfReach outOfReach, JsonObject result) {
        result.with("kind", "OUT_OF_REACH").with("reason", outOfReach.reason());
    }

    /** Without the secrets that were asked for here, which the server does not know. */
    private Json answer(int number, ScriptAnswer answer) {
        Map<String, Json> before = new LinkedHashMap<>();
        answer.before().forEach((key, text) -> before.put(key, new Json.Text(text)));
        return new JsonObject()
                .with("number", new Json.Numeral(Integer.toString(number)))
                .with("kind", answer.kind())
                .with("code", answer.code())
                .with("reason", masked(answer.reason()))
                .with("basis", answer.basis())
                .with("wishes", answer.wishes().stream().map(this::masked).toList())
                .with("differences", answer.differences().stream().map(this::masked).toList())
                .with("lacks", answer.lacks())
                .with("before", new Json.Members(before))
                .with("output", masked(answer.output()))
                .json();
    }

    private String masked(String text) {
        return secrets.masking().masked(text);
    }
}
