package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs other programs to their end. */
final class Programs {

    /** The folder with ./cadastre. */
    static final Path CHECKOUT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    static final Path CADASTRE = CHECKOUT.resolve("cadastre");

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Programs() {}

    /** A port of this machine that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }

    static Ran run(String... words) {
        return run(Map.of(), "", words);
    }

    /** Runs {@code words} with these variables added and this standard input. */
    static Ran run(Map<String, String> variables, String input, String... words) {
        return run(LIMIT, variables, input, words);
    }

    /** The same for what may take that long. */
    static Ran run(Duration limit, Map<String, String> variables, String input, String... words) {
        try {
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            Path in = Files.writeString(Files.createTempFile("in", ""), input);
            try {
                ProcessBuilder builder = new ProcessBuilder(words);
                builder.environment().putAll(variables);
                builder.redirectInput(in.toFile());
                builder.redirectOutput(out.toFile());
                builder.redirectError(err.toFile());
                int exit = await(limit, builder.start(), words);
                return new Ran(List.of(words), exit, text(out), text(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
                Files.delete(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + List.of(words), e);
        }
    }

    private static int await(Duration limit, Process process, String... words) {
        try {
            if (process.waitFor(limit)) {
                return process.exitValue();
            }
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            throw new AssertionError("no end within " + limit + ": " + List.of(words));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
