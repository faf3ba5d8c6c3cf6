package dev.cadastre.acceptance.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bash at a terminal of its own, into which lines are typed as a person does. Where a prompt begins
 * and what a command ended with is told by the marks that terminals know as OSC 133. Not
 * thread-safe.
 */
public final class TerminalShell implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String READY = "\u001b]133;B\u0007";
    private static final Pattern PROMPT =
            Pattern.compile(
                    "(?s)(?<printed>.*?)(\u001b\\]133;D;(?<status>\\d+)\u0007)?"
                            + "\u001b\\]133;A\u0007(?<prompt>[^\u0007]*)"
                            + Pattern.quote(READY));

    private final Process process;
    private final Path out;
    private int read;
    private String prompt = "";

    private TerminalShell(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /**
     * Opens one.
     *
     * @param place the folder in which the command is run
     * @param scratch an existing folder; its children find it as {@code TMPDIR}
     * @param command shell text in which {@code %s} is the file of a script that becomes the shell
     */
    public static TerminalShell open(
            Path place, Path scratch, String command, int columns, int rows) {
        try {
            Path start = Files.createTempFile(scratch, "terminal", ".bashrc");
            Files.writeString(start, start(columns, rows));
            Path out = Files.createTempFile(scratch, "terminal", ".out");
            Path terminal = Files.createTempFile(scratch, "terminal", ".sh");
            Files.writeString(terminal, terminal(start));
            ProcessBuilder builder =
                    new ProcessBuilder("/bin/sh", "-euc", command.formatted(terminal));
            builder.environment().put("TMPDIR", scratch.toString());
            builder.environment().put("TERM", "xterm");
            builder.environment().put("LANG", "C.UTF-8");
            builder.environment().put("TZ", "UTC");
            Process process =
                    builder.directory(place.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start();
            TerminalShell shell = new TerminalShell(process, out);
            shell.await("the shell");
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start(int columns, int rows) {
        return """
        stty cols %d rows %d
        set +o history +o histexpand
        shopt -u checkwinsize
        PS1='\\[\\e]133;A\\a\\e[32m\\]$\\[\\e[0m\\] \\[\\e]133;B\\a\\]'
        PS2='\\[\\e]133;A\\a\\e[32m\\]>\\[\\e[0m\\] \\[\\e]133;B\\a\\]'
        PROMPT_COMMAND='printf "\\e]133;D;%%s\\a" "$?"'
        """
                .formatted(columns, rows);
    }

    private static String terminal(Path start) {
        return "exec script -qefc 'bash --noprofile --rcfile %s --noediting -i' /dev/null\n"
                .formatted(start);
    }

    /** Types a line, and returns when the shell is ready for the next one. */
    public Exchange type(String line) {
        String before = prompt;
        try {
            Writer in = process.outputWriter(StandardCharsets.UTF_8);
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the shell has ended: " + written(), e);
        }
        Matcher answer = await(line);
        String printed = answer.group("printed");
        String echo = line + "\r\n";
        if (!printed.startsWith(echo)) {
            throw new AssertionError("not echoed as it was typed: " + printed);
        }
        String status = answer.group("status");
        return new Exchange(
                before,
                line,
                printed.substring(echo.length()),
                status == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(status)));
    }

    private Matcher await(String line) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Matcher next = PROMPT.matcher(written());
            if (next.lookingAt()) {
                read += next.end();
                prompt = next.group("prompt");
                return next;
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                kill();
                throw new AssertionError("no prompt after " + line + ": " + written());
            }
            LockSupport.parkNanos(STEP);
        }
    }

    /** What is written and not read yet; of a character that is half written, nothing is read. */
    private String written() {
        try {
            return new String(Files.readAllBytes(out), StandardCharsets.UTF_8).substring(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends it, and with it what was started in it. */
    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            if (!process.waitFor(PATIENCE)) {
                kill();
                throw new AssertionError("the shell does not end: " + written());
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
