package dev.cadastre.server.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task in a shell on this machine, with an environment that holds nothing of the server's.
 */
final class LocalShell {

    private static final int ERRORS_LIMIT = 64 * 1024;
    private static final String PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private LocalShell() {}

    static TaskResult run(Task task) {
        long start = System.nanoTime();
        Process shell = null;
        try {
            shell = start();
            var output = new Bounded(shell.getInputStream(), task.outputLimit());
            var errors = new Bounded(shell.getErrorStream(), ERRORS_LIMIT);
            CompletableFuture<Void> reading = inBackground(output);
            CompletableFuture<Void> complaints = inBackground(errors);
            send(task.script(), shell);
            if (!shell.waitFor(task.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                return timedOut(task);
            }
            CompletableFuture.allOf(reading, complaints)
                    .get(task.limit().toMillis(), TimeUnit.MILLISECONDS);
            if (output.exceeded) {
                return excessive(task);
            }
            return new TaskResult.Answered(
                    new ByteArrayInputStream(output.bytes()),
                    shell.exitValue(),
                    new String(errors.bytes(), StandardCharsets.UTF_8),
                    false,
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (java.util.concurrent.TimeoutException e) {
            return timedOut(task);
        } catch (IOException | java.util.concurrent.ExecutionException e) {
            return cut("The shell on this machine failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cut("The server is stopping");
        } finally {
            if (shell != null) {
                end(shell);
            }
        }
    }

    private static Process start() throws IOException {
        var builder = new ProcessBuilder("/bin/sh", "-s").directory(new java.io.File("/"));
        builder.environment().clear();
        builder.environment().put("PATH", PATH);
        return builder.start();
    }

    private static void send(String script, Process shell) throws IOException {
        try (var input = shell.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A script may end before it has been read to the end; its status tells the rest.
            if (shell.isAlive()) {
                throw e;
            }
        }
    }

    private static CompletableFuture<Void> inBackground(Bounded stream) {
        return CompletableFuture.runAsync(stream::read, task -> Thread.ofVirtual().start(task));
    }

    private static void end(Process shell) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }

    private static TaskResult timedOut(Task task) {
        return new TaskResult.Failed(
                TaskResult.Kind.TIMED_OUT,
                "%s took longer than %d s on this machine"
                        .formatted(task.name(), task.limit().toSeconds()),
                "See what hangs there; a dead network mount is a common cause.");
    }

    private static TaskResult excessive(Task task) {
        return new TaskResult.Failed(
                TaskResult.Kind.EXCESSIVE,
                "%s printed more than %d bytes".formatted(task.name(), task.outputLimit()),
                "See what prints so much there; plug-in facts are a common cause.");
    }

    private static TaskResult cut(String reason) {
        return new TaskResult.Failed(TaskResult.Kind.CUT, reason, null);
    }

    /** Reads a stream to its end, keeping no more than a limit. */
    private static final class Bounded {
        private final InputStream stream;
        private final int limit;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private volatile boolean exceeded;

        Bounded(InputStream stream, int limit) {
            this.stream = stream;
            this.limit = limit;
        }

        void read() {
            byte[] buffer = new byte[16 * 1024];
            try (stream) {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    int room = limit - kept.size();
                    kept.write(buffer, 0, Math.min(count, room));
                    if (count > room) {
                        exceeded = true;
                        return;
                    }
                }
            } catch (IOException e) {
                // The shell was ended; what came before counts.
                exceeded = exceeded || kept.size() >= limit;
            }
        }

        byte[] bytes() {
            return kept.toByteArray();
        }
    }
}
