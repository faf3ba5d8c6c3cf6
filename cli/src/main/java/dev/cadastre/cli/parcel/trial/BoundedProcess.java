package dev.cadastre.cli.parcel.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program that may take no longer, and is heard no further, than its limits. */
public final class BoundedProcess {

    private static final int MOST_BYTES = 64 << 10;
    private static final int SECONDS_AFTERWARDS = 5;

    private BoundedProcess() {}

    /**
     * Runs it to its end.
     *
     * @param input what it reads
     * @throws IOException if it cannot be started
     */
    public static TrialEnding run(List<String> command, Path input, Duration limit)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(input.toFile())
                        .start();
        try {
            CompletableFuture<String> output =
                    CompletableFuture.supplyAsync(
                            () -> beginning(process.getInputStream()),
                            task -> Thread.ofVirtual().start(task));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new TrialEnding.TookTooLong();
            }
            return new TrialEnding.Ended(process.exitValue(), all(output));
        } finally {
            end(process);
        }
    }

    /** Something that it left behind may still hold on to its output. */
    private static String all(CompletableFuture<String> output) {
        return output.completeOnTimeout("", SECONDS_AFTERWARDS, TimeUnit.SECONDS).join();
    }

    /** What it started, too, which could hold on to its output. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Reads on, so that nobody is kept waiting who writes more. */
    private static String beginning(InputStream stream) {
        try (stream) {
            byte[] beginning = stream.readNBytes(MOST_BYTES);
            stream.transferTo(OutputStream.nullOutputStream());
            return new String(beginning, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
