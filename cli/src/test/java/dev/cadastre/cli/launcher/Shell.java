package dev.cadastre.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs shell scripts of the repository with an environment of the test's own. */
final class Shell {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final List<String> shell;
    private final Map<String, String> variables = new HashMap<>();

    Shell(String... shell) {
        this.shell = List.of(shell);
    }

    /** What a script did. */
    record Outcome(int status, String out, String err) {}

    Shell variable(String name, Object value) {
        variables.put(name, value.toString());
        return this;
    }

    Outcome run(String... arguments) {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of(arguments));
        try {
            Path err = Files.createTempFile("shell", ".err");
            var builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", "/usr/bin:/bin");
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            int status = process.waitFor();
            String errors = Files.readString(err);
            Files.delete(err);
            return new Outcome(status, out, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
