package dev.cadastre.change.portable;

import dev.cadastre.change.Change;
import dev.cadastre.change.Job;
import dev.cadastre.change.Operation;
import dev.cadastre.change.ProgramOperation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts programs in the places where compiling left them out. Pure. */
public final class CompiledPrograms {

    private CompiledPrograms() {}

    /**
     * The change as it was compiled, with the programs of the jar.
     *
     * @param compiled as it was read
     * @param original as the application's jar makes it
     * @throws IllegalArgumentException if the original has no program where one is left out, so
     *     that it is not what was compiled
     */
    public static Change joined(Change compiled, Change original) {
        Map<String, Job> jobs =
                original.jobs().stream().collect(Collectors.toMap(Job::name, Function.identity()));
        List<Job> joined =
                compiled.jobs().stream().map(job -> joined(job, jobs.get(job.name()))).toList();
        return new Change(compiled.name(), compiled.summary(), joined);
    }

    private static Job joined(Job job, @Nullable Job original) {
        Operation operation =
                joined(job, job.operation(), original == null ? null : original.operation());
        Operation undo = job.undo();
        return new Job(
                job.name(),
                job.at(),
                operation,
                job.limit(),
                job.as(),
                job.restarts(),
                job.reloads(),
                undo == null ? null : joined(job, undo, original == null ? null : original.undo()));
    }

    private static Operation joined(Job job, Operation compiled, @Nullable Operation original) {
        if (!(compiled instanceof CompiledProgram program)) {
            return compiled;
        }
        if (original instanceof ProgramOperation found
                && ScriptCompiler.about(found).equals(program.about())) {
            return found;
        }
        throw new IllegalArgumentException(
                "the jar has no program for %s (%s); it is not what the change was made from"
                        .formatted(job.name(), program.about()));
    }
}
