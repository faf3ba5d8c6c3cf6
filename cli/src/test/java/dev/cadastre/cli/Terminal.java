package dev.cadastre.cli;

import dev.cadastre.cli.session.Keyboard;
import dev.cadastre.cli.session.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in surroundings of the test's own: Berlin, on a Saturday afternoon. */
final class Terminal {

    static final Instant NOW = Instant.parse("2026-11-21T14:30:00Z");

    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private InputStream input = InputStream.nullInputStream();
    private boolean person;
    private Keyboard keyboard = Keyboard.NONE;
    private Surroundings.Pause pause = () -> {};

    Terminal(Path home) {
        this.home = home;
    }

    /** What a command did. */
    record Outcome(int status, String out, String err) {}

    Terminal variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** What is piped in, or typed where there is a person. */
    Terminal input(String text) {
        return input(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same as it comes. */
    Terminal input(InputStream typed) {
        input = typed;
        return this;
    }

    /** Somebody sits there: input and both outputs are terminals. */
    Terminal withPerson() {
        person = true;
        return variable("TERM", "xterm");
    }

    /** Whoever types secrets, and Ctrl-C. */
    Terminal keyboard(Keyboard other) {
        keyboard = other;
        return this;
    }

    /** What happens while a command waits. */
    Terminal pausing(Surroundings.Pause other) {
        pause = other;
        return this;
    }

    Outcome run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings =
                new Surroundings(
                        variables,
                        home,
                        input,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        person,
                        person,
                        person,
                        Clock.fixed(NOW, ZoneId.of("Europe/Berlin")),
                        pause,
                        keyboard);
        int status = new Verbs(surroundings).run(arguments);
        return new Outcome(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
