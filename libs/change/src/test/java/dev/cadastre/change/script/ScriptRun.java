package dev.cadastre.change.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs of scripts by a real shell of this machine, or of a root made for it. */
public final class ScriptRun {

    private static final int LIMIT_SECONDS = 120;

    private final Path scratch;
    private final List<String> shell;
    private final List<String> way = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private String asSeen = "";

    /** By that shell, with a folder for what is written down meanwhile. */
    public ScriptRun(String shell, Path scratch) throws IOException {
        this.shell = List.of(shell.split(" ", -1));
        this.scratch = Files.createDirectories(scratch);
    }

    /** Puts a command before the shell's. */
    public ScriptRun by(String... command) {
        way.addAll(List.of(command));
        return this;
    }

    /** Says where the scratch folder is for the shell, if that is elsewhere. */
    public ScriptRun seeing(String path) {
        asSeen = path;
        return this;
    }

    /** Sets a variable of the environment. */
    public ScriptRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Only looks. */
    public ScriptAnswer look(Script script) throws IOException, InterruptedException {
        AnswerWord word = AnswerWord.random();
        return run(script, word, ScriptText.look(word));
    }

    /** Looks, and applies what was seen. */
    public ScriptAnswer apply(Script script) throws IOException, InterruptedException {
        return apply(script, look(script).basis());
    }

    /** Applies a plan that rests on that basis. */
    public ScriptAnswer apply(Script script, String basis)
            throws IOException, InterruptedException {
        AnswerWord word = AnswerWord.random();
        return run(script, word, ScriptText.apply(word, basis));
    }

    private ScriptAnswer run(Script script, AnswerWord word, List<String> arguments)
            throws IOException, InterruptedException {
        Files.writeString(scratch.resolve("script"), ScriptText.whole(script));
        boolean acts = arguments.get(0).equals("apply");
        Files.write(scratch.resolve("payload"), acts ? script.payload().bytes() : new byte[0]);
        List<String> command = new ArrayList<>(way);
        command.addAll(shell);
        command.add((asSeen.isEmpty() ? scratch.toString() : asSeen) + "/script");
        command.addAll(arguments);
        int exit = run(command);
        return AnswerReader.read(word, bytes("stdout"), bytes("stderr"), exit);
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectInput(scratch.resolve("payload").toFile())
                        .redirectOutput(scratch.resolve("stdout").toFile())
                        .redirectError(scratch.resolve("stderr").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("%s ended", command)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(scratch.resolve(file));
    }
}
