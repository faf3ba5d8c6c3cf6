package dev.cadastre.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nothing but posix_spawn, in C: what the machine can do.
 *
 * @param program the compiled loop
 */
record SpawnLoop(Path program) {
    private static final String SOURCE = "spawn-loop.c";

    /** Compiled for this machine; empty if it has no compiler. */
    static Optional<SpawnLoop> compiled(Path scratch) throws IOException, InterruptedException {
        if (!Shell.available("gcc")) {
            return Optional.empty();
        }
        Path source = scratch.resolve(SOURCE);
        try (InputStream text =
                Objects.requireNonNull(SpawnLoop.class.getResourceAsStream(SOURCE))) {
            Files.copy(text, source);
        }
        Path program = scratch.resolve("spawn-loop");
        Shell.run(Map.of(), "gcc", "-O2", "-pthread", "-o", program.toString(), source.toString());
        return Optional.of(new SpawnLoop(program));
    }

    /** How often a second a command ran. */
    double rate(List<String> command, int threads, double seconds)
            throws IOException, InterruptedException {
        List<String> loop =
                List.of(program.toString(), String.valueOf(threads), String.valueOf(seconds));
        String[] all = Stream.concat(loop.stream(), command.stream()).toArray(String[]::new);
        return Double.parseDouble(Shell.run(Map.of(), all).output().strip());
    }
}
