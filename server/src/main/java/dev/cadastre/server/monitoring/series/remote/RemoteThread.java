package dev.cadastre.server.monitoring.series.remote;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that sends. */
public final class RemoteThread implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RemoteThread.class);
    private static final long IDLE_MS = 1_000;

    private final Thread thread;

    /** Starts it. */
    public RemoteThread(RemoteWrite remote) {
        thread = Thread.ofPlatform().daemon().name("series-remote").start(() -> run(remote));
    }

    private static void run(RemoteWrite remote) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(next(remote));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration next(RemoteWrite remote) throws InterruptedException {
        try {
            return remote.send(IDLE_MS);
        } catch (RuntimeException e) {
            log.error("Remote write could not go on, and tries again", e);
            return Duration.ofMillis(IDLE_MS);
        }
    }

    /** Stops it, breaking off what it sends. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
