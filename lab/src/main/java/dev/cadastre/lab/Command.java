package dev.cadastre.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one program to its end, with a clean environment and a limit of a minute. */
final class Command {
    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Command() {}

    /** A process builder whose environment is only PATH and HOME. */
    static ProcessBuilder builder(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        builder.environment().put("HOME", "/root");
        return builder;
    }

    /** Its standard output; an exit status other than 0 is a {@link LabException} with the rest. */
    static String run(List<String> words, byte[] input) {
        Process process = start(words);
        CompletableFuture<byte[]> output = read(process.getInputStream());
        CompletableFuture<byte[]> errors = read(process.getErrorStream());
        CompletableFuture<Integer> fed = feed(process.getOutputStream(), input);
        try {
            int status = exitStatus(process, words);
            String out = text(output);
            if (status != 0) {
                throw new LabException(
                        "%s ended with %d: %s%s"
                                .formatted(describe(words), status, out, text(errors)));
            }
            fed.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return out;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while running " + describe(words), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LabException("lost the output of " + describe(words), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    static String run(String... words) {
        return run(List.of(words), new byte[0]);
    }

    private static Process start(List<String> words) {
        try {
            return builder(words).start();
        } catch (IOException e) {
            throw new LabException("cannot start " + describe(words), e);
        }
    }

    private static int exitStatus(Process process, List<String> words) throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new LabException("%s did not end within %s".formatted(describe(words), LIMIT));
        }
        return process.exitValue();
    }

    private static CompletableFuture<byte[]> read(InputStream stream) {
        return inBackground(() -> {
            try (stream) {
                return stream.readAllBytes();
            }
        });
    }

    private static CompletableFuture<Integer> feed(OutputStream stream, byte[] input) {
        return inBackground(() -> {
            try (stream) {
                stream.write(input);
                return input.length;
            }
        });
    }

    private static <T> CompletableFuture<T> inBackground(Io<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        // Who reads a pipe holds its thread; virtual ones would run out on a small machine.
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        result.complete(work.perform());
                    } catch (IOException e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    private static String text(CompletableFuture<byte[]> bytes)
            throws InterruptedException, ExecutionException, TimeoutException {
        return new String(bytes.get(LIMIT.toSeconds(), TimeUnit.SECONDS), StandardCharsets.UTF_8);
    }

    private static String describe(List<String> words) {
        String line = String.join(" ", words);
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    @FunctionalInterface
    private interface Io<T> {
        T perform() throws IOException;
    }
}
