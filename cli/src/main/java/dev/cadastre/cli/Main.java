package dev.cadastre.cli;

import dev.cadastre.cli.session.Surroundings;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/** Runs one command. */
public final class Main {

    private static final int BUFFER = 1 << 14;
    private static final long POLL_MILLISECONDS = 250;

    private Main() {}

    /** Ends with one of the exit statuses that {@code cadastre --help} lists. */
    public static void main(String[] arguments) {
        try (PrintStream out = stream(FileDescriptor.out)) {
            int status = new Verbs(surroundings(out)).run(arguments);
            out.flush();
            System.exit(status);
        }
    }

    /** The launcher knows what is a terminal; asking here would load another library first. */
    private static Surroundings surroundings(PrintStream out) {
        String terminal = System.getProperty("cadastre.terminal", "");
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.in,
                out,
                stream(FileDescriptor.err),
                terminal.contains("in"),
                terminal.contains("out"),
                terminal.contains("err"),
                Clock.system(ZoneId.systemDefault()),
                () -> TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS),
                new TerminalKeyboard());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
        return new PrintStream(buffered, descriptor == FileDescriptor.err, StandardCharsets.UTF_8);
    }
}
