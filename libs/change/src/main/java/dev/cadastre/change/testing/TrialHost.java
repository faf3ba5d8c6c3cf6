package dev.cadastre.change.testing;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.Given;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.portable.Relocation;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.testing.TrialStep.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A folder that plays the root of a host, and a real shell of this machine that works on it.
 *
 * <p>Operations on files are moved below the folder: {@code /etc/motd} is its {@code etc/motd}, and
 * belongs to whoever runs the test. Whatever else a job does – commands, packages, daemons, scripts
 * and programs of the application's own – it would do to this machine. It is left out unless the
 * test {@linkplain #allowing allows} it. For one thread.
 */
public final class TrialHost {

    private final Path root;
    private final Path scratch;
    private final Path programs;
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> allowed = new HashSet<>();
    private String name = "trial";
    private List<String> shell = List.of("sh");

    private TrialHost(Path root, Path scratch) throws IOException {
        this.root = root;
        this.scratch = scratch;
        this.programs = Files.createDirectories(scratch.resolve("programs"));
    }

    /** In a folder for the test alone, such as one of {@code @TempDir}; its root is there, too. */
    public static TrialHost in(Path folder) throws IOException {
        Path real = folder.toRealPath();
        return new TrialHost(
                Files.createDirectories(real.resolve("root")),
                Files.createDirectories(real.resolve("scratch")));
    }

    /** The folder that plays the root. */
    public Path root() {
        return root;
    }

    /** Calls it so. */
    public TrialHost named(String host) {
        name = host;
        return this;
    }

    /** Lets another shell do it, {@code busybox ash} for one. */
    public TrialHost by(String... command) {
        shell = List.of(command);
        return this;
    }

    /** States a value of the host or of the run. */
    public TrialHost value(String key, String value) {
        values.put(key, value);
        return this;
    }

    /** Lets jobs be done that are not confined to the folder, on this machine. */
    public TrialHost allowing(String... jobs) {
        allowed.addAll(List.of(jobs));
        return this;
    }

    /** Puts a program in the place of one that jobs that are allowed would run, by its name. */
    public TrialHost program(String program, String script) throws IOException {
        Path file = programs.resolve(program);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n", StandardCharsets.UTF_8);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return this;
    }

    /** What a change that is written in Java is made for: this host. */
    public Given given() {
        return new Given(values, Map.of(name, Map.of()));
    }

    /** Looks what a change would do. */
    public Trial plan(Change change, ChangeFolder files) throws IOException {
        return each(change, files, true);
    }

    /** Does a change; what follows a failure is left out. */
    public Trial apply(Change change, ChangeFolder files) throws IOException {
        return each(change, files, false);
    }

    private Trial each(Change change, ChangeFolder files, boolean looksOnly) throws IOException {
        List<TrialStep> steps = new ArrayList<>();
        Set<String> restarts = new TreeSet<>();
        Set<String> reloads = new TreeSet<>();
        boolean failed = false;
        for (Job job : change.jobs()) {
            TrialStep step =
                    failed
                            ? TrialStep.of(job.name(), Outcome.NOT_TRIED, "a job before it failed")
                            : tried(job, files, looksOnly);
            steps.add(step);
            failed = failed || (!looksOnly && step.outcome() == Outcome.FAILED);
            if (step.outcome() == Outcome.CHANGED || step.outcome() == Outcome.WOULD_CHANGE) {
                restarts.addAll(job.restarts());
                reloads.addAll(job.reloads());
            }
        }
        reloads.removeAll(restarts);
        return new Trial(steps, List.copyOf(restarts), List.copyOf(reloads));
    }

    private TrialStep tried(Job job, ChangeFolder files, boolean looksOnly) throws IOException {
        try {
            Operation operation = confined(job.operation());
            if (operation instanceof EngineOperation) {
                return TrialStep.of(job.name(), Outcome.NOTED, operation.summary());
            }
            if (operation == null && !allowed.contains(job.name())) {
                return left(job);
            }
            FolderContext context = context(job, files);
            Operation done = operation == null ? made(job.operation()) : operation;
            if (done instanceof ProgramOperation program) {
                return TrialProgram.run(job, program, context, name, looksOnly);
            }
            ScriptOperation scripted = (ScriptOperation) done;
            ScriptContext complete = ChangeFile.context(job.operation(), context);
            return scripted(job, scripted, scripted.script(complete), complete, looksOnly);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return TrialStep.of(job.name(), Outcome.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static TrialStep left(Job job) {
        return TrialStep.of(
                job.name(),
                Outcome.NOT_TRIED,
                "%s is not confined to a folder; allowing(\"%s\") lets it be done on this machine"
                        .formatted(job.operation().name(), job.name()));
    }

    private FolderContext context(Job job, ChangeFolder files) {
        return job.at() == At.LOCAL
                ? FolderContext.local(files, values)
                : FolderContext.host(files, name, values);
    }

    private Operation made(Operation operation) {
        Map<String, String> all = new HashMap<>(values);
        all.put(FolderContext.HOST, name);
        return ChangeFile.made(operation, all);
    }

    /** The operation as it stays in the folder; null if it cannot. */
    private @Nullable Operation confined(Operation operation) {
        return operation instanceof EngineOperation
                ? operation
                : Relocation.below(root, made(operation)).orElse(null);
    }

    private TrialStep scripted(
            Job job,
            ScriptOperation operation,
            Script script,
            ScriptContext context,
            boolean looksOnly)
            throws IOException {
        TrialShell runs = new TrialShell(scratch, shell, programs);
        ScriptAnswer looked = runs.look(script, job.limit());
        boolean isOver =
                looked.kind() != ScriptAnswer.Kind.WOULD_CHANGE
                        && looked.kind() != ScriptAnswer.Kind.UNCHANGED;
        ScriptAnswer answer =
                looksOnly || isOver
                        ? looked
                        : runs.apply(
                                operation.narrowed(script, context, looked),
                                looked.basis(),
                                job.limit());
        return TrialStep.of(job.name(), answer, root.toString());
    }

    /**
     * Undoes what a trial of a change has changed, from its end to its beginning. A job that is not
     * known to be undone by anything is left as it is.
     */
    public Trial undo(Change change, ChangeFolder files, Trial applied) throws IOException {
        List<TrialStep> steps = new ArrayList<>();
        for (int i = change.jobs().size() - 1; i >= 0; i--) {
            Job job = change.jobs().get(i);
            TrialStep step = applied.step(job.name());
            if (step.outcome() == Outcome.CHANGED) {
                steps.add(undone(job, files, step));
            }
        }
        return new Trial(steps, List.of(), List.of());
    }

    private TrialStep undone(Job job, ChangeFolder files, TrialStep step) throws IOException {
        Operation undo = job.undo();
        if (undo != null) {
            return tried(
                    new Job(
                            job.name(),
                            job.at(),
                            undo,
                            job.limit(),
                            job.as(),
                            List.of(),
                            List.of(),
                            null),
                    files,
                    false);
        }
        Operation operation =
                Optional.ofNullable(confined(job.operation())).orElse(made(job.operation()));
        ScriptContext context = ChangeFile.context(job.operation(), context(job, files));
        Script script =
                operation instanceof ScriptOperation scripted
                        ? scripted.undo(context, step.before())
                        : null;
        return script == null
                ? TrialStep.of(job.name(), Outcome.NOT_TRIED, "nothing is known that undoes it")
                : scripted(job, (ScriptOperation) operation, script, context, false);
    }
}
