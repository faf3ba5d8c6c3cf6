package dev.cadastre.change.testing;

import dev.cadastre.change.Job;
import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;
import dev.cadastre.change.Status;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.testing.TrialStep.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lets a program of a change believe that it is run. */
final class TrialProgram implements ProgramContext {

    private final FolderContext context;
    private final String host;
    private final boolean looksOnly;
    private final StringBuilder said = new StringBuilder();

    private TrialProgram(FolderContext context, String host, boolean looksOnly) {
        this.context = context;
        this.host = host;
        this.looksOnly = looksOnly;
    }

    static TrialStep run(
            Job job,
            ProgramOperation program,
            FolderContext context,
            String host,
            boolean looksOnly) {
        TrialProgram run = new TrialProgram(context, host, looksOnly);
        ProgramResult result = run.result(program);
        Outcome outcome =
                result.status() != Status.OK
                        ? Outcome.FAILED
                        : !result.changed()
                                ? Outcome.UNCHANGED
                                : looksOnly ? Outcome.WOULD_CHANGE : Outcome.CHANGED;
        return new TrialStep(
                job.name(),
                outcome,
                result.reason(),
                result.changed() ? List.of(result.reason()) : List.of(),
                List.of(),
                Map.of(),
                run.said.toString());
    }

    /** Whatever is thrown is a failure, as it is in a run. */
    private ProgramResult result(ProgramOperation program) {
        try {
            return program.run(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ProgramResult.failed("it was stopped");
        } catch (RuntimeException e) {
            return ProgramResult.failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public byte[] file(String path) throws IOException {
        return context.file(path);
    }

    @Override
    public List<String> files(String folder) throws IOException {
        return context.files(folder);
    }

    @Override
    public Map<String, String> values() {
        return context.values();
    }

    @Override
    public boolean looksOnly() {
        return looksOnly;
    }

    @Override
    public void say(String line) {
        said.append(line).append('\n');
    }

    @Override
    public Map<String, Map<String, String>> hosts() {
        return Map.of(host, context.values());
    }
}
