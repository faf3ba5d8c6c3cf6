package dev.cadastre.change.testing;

import dev.cadastre.change.script.AnswerReader;
import dev.cadastre.change.script.AnswerWord;
import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs scripts by a shell of this machine. */
final class TrialShell {

    private final Path scratch;
    private final List<String> shell;
    private final Path programs;

    TrialShell(Path scratch, List<String> shell, Path programs) {
        this.scratch = scratch;
        this.shell = shell;
        this.programs = programs;
    }

    ScriptAnswer look(Script script, Duration limit) throws IOException {
        AnswerWord word = AnswerWord.random();
        return run(script, word, ScriptText.look(word), new byte[0], limit);
    }

    ScriptAnswer apply(Script script, String basis, Duration limit) throws IOException {
        AnswerWord word = AnswerWord.random();
        return run(script, word, ScriptText.apply(word, basis), script.payload().bytes(), limit);
    }

    private ScriptAnswer run(
            Script script, AnswerWord word, List<String> arguments, byte[] payload, Duration limit)
            throws IOException {
        Path text = Files.writeString(scratch.resolve("script"), ScriptText.whole(script));
        Path input = Files.write(scratch.resolve("payload"), payload);
        Path output = scratch.resolve("stdout");
        Path errors = scratch.resolve("stderr");
        List<String> command = new ArrayList<>(shell);
        command.add(text.toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectInput(input.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().put("HOME", scratch.toString());
        builder.environment().put("TMPDIR", scratch.toString());
        builder.environment().put("CADASTRE_WORK", scratch.toString());
        builder.environment().put("CADASTRE_PROGRAMS", programs.toString());
        int exit = ended(builder.start(), limit);
        return AnswerReader.read(
                word, Files.readAllBytes(output), Files.readAllBytes(errors), exit);
    }

    private static int ended(Process process, Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new IOException("The script took longer than " + limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The test was stopped", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
