package dev.cadastre.ssh;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Bounds how many connections are being opened, over all hosts and to each one. */
final class Pacing {
    private final Semaphore overall;
    private final int perHost;
    private final Map<HostAddress, Queue> queues = new ConcurrentHashMap<>();

    Pacing(int overall, int perHost) {
        this.overall = new Semaphore(overall, true);
        this.perHost = perHost;
    }

    /** Waits for a place; closing the result gives it back. */
    Place enter(HostAddress address) throws InterruptedException {
        Queue queue = join(address);
        try {
            // The host's place first: waiting for a busy host must not keep others from theirs.
            queue.places.acquire();
        } catch (InterruptedException e) {
            leave(address);
            throw e;
        }
        try {
            overall.acquire();
        } catch (InterruptedException e) {
            queue.places.release();
            leave(address);
            throw e;
        }
        return () -> {
            overall.release();
            queue.places.release();
            leave(address);
        };
    }

    private Queue join(HostAddress address) {
        return queues.compute(
                address,
                (key, present) -> {
                    Queue queue = present == null ? new Queue(perHost) : present;
                    queue.members++;
                    return queue;
                });
    }

    private void leave(HostAddress address) {
        queues.computeIfPresent(address, (key, queue) -> --queue.members == 0 ? null : queue);
    }

    /** A place among those being connected. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Queue {
        final Semaphore places;
        int members;

        Queue(int places) {
            this.places = new Semaphore(places, true);
        }
    }
}
