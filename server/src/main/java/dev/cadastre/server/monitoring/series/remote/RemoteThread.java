package dev.cadastre.server.monitoring.series.remote;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that sends. */
public final class RemoteThread implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RemoteThread.class);
    private static final long IDLE_MS = 1_000;

    /** How long a stop of the server waits for a store to take what waits. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final RemoteWrite remote;
    private final CountDownLatch ending;
    private final Thread thread;

    /** Starts it. */
    public RemoteThread(RemoteWrite remote) {
        this.remote = remote;
        CountDownLatch end = new CountDownLatch(1);
        ending = end;
        thread = Thread.ofPlatform().daemon().name("series-remote").start(() -> run(remote, end));
    }

    private static void run(RemoteWrite remote, CountDownLatch ending) {
        try {
            Duration pause = Duration.ZERO;
            while (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = next(remote, IDLE_MS);
            }
            while (remote.figures().waiting() > 0 && next(remote, 0).isZero()) {
                log.debug("Values are sent before the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration next(RemoteWrite remote, long patience) throws InterruptedException {
        try {
            return remote.send(patience);
        } catch (RuntimeException e) {
            log.error("Remote write could not go on, and tries again", e);
            return Duration.ofMillis(IDLE_MS);
        }
    }

    /**
     * Stops it when all that waits is sent, when the store does not take it, or after five seconds.
     */
    @Override
    public void close() {
        ending.countDown();
        try {
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        long lost = remote.figures().waiting();
        if (lost > 0) {
            log.warn("The values of {} results are lost, for their store did not take them", lost);
        }
    }
}
