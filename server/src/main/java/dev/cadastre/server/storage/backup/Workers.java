package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things of which none depends on another, some of them at once. */
public final class Workers {

    private static final int MOST = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    /** One thing to do. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws IOException;
    }

    private Workers() {}

    /**
     * Does all of them, begun in their order, as many at once as there are processors. Returns when
     * none is at work any more.
     *
     * @throws IOException what one of them failed with, as is a RuntimeException; those that were
     *     begun are done to their end, and the others not at all
     */
    public static void run(List<? extends Work> works) throws IOException {
        run(works, MOST);
    }

    /** See {@link #run(List)}; at most that many at once. */
    public static void run(List<? extends Work> works, int most) throws IOException {
        Queue<Work> left = new ConcurrentLinkedQueue<>(works);
        try (ExecutorService workers = Executors.newFixedThreadPool(most)) {
            List<Future<?>> begun = new ArrayList<>();
            for (int i = 0; i < Math.min(most, works.size()); i++) {
                begun.add(
                        workers.submit(() -> {
                            workOff(left);
                            return null;
                        }));
            }
            try {
                for (Future<?> one : begun) {
                    await(one);
                }
            } finally {
                left.clear();
            }
        }
    }

    private static void workOff(Queue<Work> left) throws IOException {
        for (Work work = left.poll(); work != null; work = left.poll()) {
            work.run();
        }
    }

    private static void await(Future<?> one) throws IOException {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
