package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A shell in which somebody types one example after the other: variables, and what was started in
 * the background, stay. It ends at the first command that fails. Not thread-safe.
 */
final class ExampleShell implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String DONE = "--- exit status ";

    private final Process process;
    private final Path out;

    private ExampleShell(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /**
     * Opens one.
     *
     * @param folder an existing folder, which also is where {@code mktemp} makes others
     * @param command what comes to bash in the end, in the folder of the checkout
     */
    static ExampleShell open(Path folder, String command) {
        try {
            Path out = Files.createTempFile(folder, "shell", ".out");
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-euc", command);
            builder.environment().put("TMPDIR", folder.toString());
            Process process =
                    builder.directory(Programs.CHECKOUT.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start();
            ExampleShell shell = new ExampleShell(process, out);
            shell.say("trap 'kill $(jobs -p) 2>&-; wait' EXIT\nset -eu\n");
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types lines, which must end with that status, and returns all that they print. */
    String run(String lines, int status) {
        int before = printed().length();
        String after = status == 0 ? "" : "|| status=$?";
        say("status=0\n{\n%s} </dev/null %s\necho \"%s$status\"\n".formatted(lines, after, DONE));
        Waiting.until(
                PATIENCE,
                () -> !process.isAlive() || printed().indexOf(DONE, before) >= 0,
                () -> "no end of\n%s%s".formatted(lines, printed().substring(before)));
        String all = printed().substring(before);
        int end = all.indexOf(DONE + status + "\n");
        if (end < 0) {
            throw new AssertionError("not exit %d:\n%s%s".formatted(status, lines, all));
        }
        return all.substring(0, end);
    }

    private void say(String text) {
        try {
            Writer in = process.outputWriter();
            in.write(text);
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the shell has ended: " + printed(), e);
        }
    }

    private String printed() {
        try {
            // A character that is half written is no mistake.
            return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, and what was started in it. */
    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            if (!process.waitFor(PATIENCE)) {
                process.destroy();
                throw new AssertionError("the shell does not end: " + printed());
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
