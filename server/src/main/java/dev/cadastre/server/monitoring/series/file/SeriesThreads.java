package dev.cadastre.server.monitoring.series.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that take in, write and keep. */
public final class SeriesThreads implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SeriesThreads.class);
    private static final int WRITERS = 2;
    private static final long IDLE_MS = 100;
    private static final long WRITER_IDLE_MS = 20;

    private final SeriesFiles files;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Starts them.
     *
     * @param flush how often what was taken in is made to reach the disk
     */
    public SeriesThreads(SeriesFiles files, Duration flush) {
        this.files = files;
        start("series-intake", 0, this::takeIn);
        for (int i = 1; i <= WRITERS; i++) {
            start("series-writer-" + i, WRITER_IDLE_MS, this::write);
        }
        start("series-keeper", flush.toMillis(), files::keep);
    }

    private void takeIn() {
        try {
            files.takeIn(IDLE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        while (stopped.getCount() > 0 && (files.writeNext() || files.removeNext())) {}
    }

    private void start(String name, long pause, Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> repeat(pause, work)));
    }

    private void repeat(long pause, Runnable work) {
        try {
            while (!stopped.await(pause, TimeUnit.MILLISECONDS)) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    log.error("Series could not go on, and try again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops them; what is being written is finished. Interrupts would close files. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
