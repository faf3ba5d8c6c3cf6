package dev.cadastre.cli.session;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * All that a command can know and touch besides its arguments.
 *
 * @param variables the environment variables
 * @param userHome the folder of the user
 * @param in what is piped in
 * @param out where answers go
 * @param err where progress and failures go
 * @param inIsTerminal whether a person can be asked
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 * @param clock with the reader's zone
 * @param pause waits between two looks at work that goes on elsewhere
 * @param keyboard what a person does besides typing lines
 */
public record Surroundings(
        Map<String, String> variables,
        Path userHome,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Clock clock,
        Pause pause,
        Keyboard keyboard) {

    private static final int USUAL_COLUMNS = 80;

    /** Waits a moment. */
    @FunctionalInterface
    public interface Pause {
        /** Returns when it is time to look again. */
        void take() throws InterruptedException;
    }

    /** A variable's value, unless it is empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** How wide the terminal is, as far as it was told; else as wide as terminals were of old. */
    public int columns() {
        return variable("COLUMNS")
                .filter(text -> text.matches("[1-9][0-9]{0,3}"))
                .map(Integer::valueOf)
                .orElse(USUAL_COLUMNS);
    }

    /** Whether answers may be coloured (see no-color.org). */
    public boolean colours() {
        return outIsTerminal
                && variable("NO_COLOR").isEmpty()
                && !variable("TERM").orElse("dumb").equals("dumb");
    }
}
