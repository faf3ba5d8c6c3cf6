package dev.cadastre.parcel.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does several things at once, and not too many. */
final class Parallel {

    private Parallel() {}

    /** One of them. */
    interface Task {
        void run() throws IOException;
    }

    /** Runs them; the first that fails stops those that did not end. */
    static void run(int atOnce, List<Task> tasks) throws IOException {
        if (atOnce == 1 || tasks.size() < 2) {
            for (Task task : tasks) {
                task.run();
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, tasks.size()));
        try {
            CompletionService<Boolean> ends = new ExecutorCompletionService<>(threads);
            List<Future<Boolean>> begun = new ArrayList<>();
            for (Task task : tasks) {
                begun.add(
                        ends.submit(() -> {
                            task.run();
                            return true;
                        }));
            }
            for (int i = 0; i < begun.size(); i++) {
                ends.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            end(threads);
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        if (cause instanceof IOException e) {
            return e;
        }
        throw new IllegalStateException("A task failed as none can", cause);
    }

    /** Nobody works on what others think has ended. */
    private static void end(ExecutorService threads) throws InterruptedIOException {
        threads.shutdownNow();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
