package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to start a server by {@code ./cadastre up}. Immutable.
 *
 * @param home where it keeps its data; its output goes to a file beside
 * @param options what follows {@code up} on the command line
 * @param properties settings that have no option
 * @param variables of its environment, besides this one's
 */
record ServerStart(
        Path home, List<String> options, List<String> properties, Map<String, String> variables) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The server of a test has ended before the second compiler would have paid off. */
    private static final String BRIEF = "-XX:TieredStopAtLevel=1";

    /** A server with an estate of its own, on a free port. */
    static ServerStart at(Path home) {
        return new ServerStart(home, List.of("--port=0"), List.of(), Map.of());
    }

    /** Adds an option; it takes the place of one of the same name. */
    ServerStart option(String option) {
        String name = option.substring(0, option.indexOf('=') + 1);
        List<String> more = new ArrayList<>(options);
        more.removeIf(each -> each.startsWith(name));
        more.add(option);
        return new ServerStart(home, more, properties, variables);
    }

    ServerStart property(String name, String value) {
        List<String> more = new ArrayList<>(properties);
        more.add("-D" + name + "=" + value);
        return new ServerStart(home, options, more, variables);
    }

    /** With a variable of the environment. */
    ServerStart variable(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new ServerStart(home, options, properties, more);
    }

    /** Starts it and waits until it says that it is ready. */
    RunningServer ready() {
        try {
            Path out = output();
            Process process = launch(out);
            String url = awaitUrl(process, out);
            return new RunningServer(home, process, url);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a server in " + home, e);
        }
    }

    /** Starts it, waits until it has given up, and returns what it said. */
    Ran refused() {
        try {
            Path out = output();
            Process process = launch(out);
            if (!process.waitFor(LIMIT)) {
                process.destroy();
                throw new AssertionError("the server did not give up: " + Files.readString(out));
            }
            return new Ran(options, process.exitValue(), Files.readString(out), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a server in " + home, e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private Path output() throws IOException {
        Files.createDirectories(home.toAbsolutePath().getParent());
        return Files.createTempFile(home.toAbsolutePath().getParent(), "server", ".out");
    }

    private Process launch(Path out) throws IOException {
        List<String> words =
                new ArrayList<>(List.of(Programs.CADASTRE.toString(), "up", "--home=" + home));
        words.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment()
                .put("CADASTRE_JAVA_OPTIONS", BRIEF + " " + String.join(" ", properties));
        return builder.redirectOutput(out.toFile()).start();
    }

    private static String awaitUrl(Process process, Path out) throws IOException {
        String ready = "cadastre: ready at ";
        Waiting.until(
                LIMIT,
                () -> !process.isAlive() || text(out).contains(ready),
                () -> "the server is not ready: " + text(out));
        return text(out)
                .lines()
                .filter(line -> line.startsWith(ready))
                .map(line -> line.substring(ready.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the server ended: " + text(out)));
    }

    private static String text(Path out) {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
