package dev.cadastre.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Runs other programs and takes their time. */
final class Shell {

    private Shell() {}

    /**
     * A program that ended with 0.
     *
     * @param seconds from its start to its end
     * @param output what it wrote on standard output
     */
    record Ended(double seconds, String output) {}

    /** Runs it to its end, which must be a good one; its errors come out where ours do. */
    static Ended run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return run(builder);
    }

    /** The same for one that tells much; its errors are among its output. */
    static Ended quietly(String... command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command).redirectErrorStream(true));
    }

    private static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.redirectInput(Path.of("/dev/null").toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        int status = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        String text = new String(output, StandardCharsets.UTF_8);
        if (status != 0) {
            throw new IOException(
                    "%s ended with %d: %s"
                            .formatted(String.join(" ", builder.command()), status, text));
        }
        return new Ended(seconds, text);
    }

    /** Whether there is such a program. */
    static boolean available(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
