package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Takes results in, writes them to the journal, and has them wait for their turn. One thread calls
 * {@link #turn}; everything else is thread-safe.
 */
final class Intake implements JournalReader.Listener {

    /**
     * Readings that may wait; each has about a hundred bytes, and one more for each value's bits.
     */
    static final int MOST_WAITING = 2_000_000;

    private static final int BATCH = 8_192;

    /** Of many monitors with the same check one copy of what it says is enough. */
    private static final int SHARED_HEADINGS = 10_000;

    private final BlockingQueue<Told> queue;
    private final ConcurrentHashMap<Long, Waiting> monitors = new ConcurrentHashMap<>();
    private final WaitingLine line;
    private final Counters counters;
    private final LongSupplier ticker;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<Headings, Headings> shared = new HashMap<>();

    Intake(int capacity, WaitingLine line, Counters counters, LongSupplier ticker) {
        queue = new ArrayBlockingQueue<>(capacity);
        this.line = line;
        this.counters = counters;
        this.ticker = ticker;
    }

    void offer(Told told) {
        if (!queue.offer(told)) {
            counters.dropped.increment();
        }
    }

    Waiting of(long monitor) {
        return monitors.computeIfAbsent(monitor, Waiting::new);
    }

    /** Readings that wait for their files. */
    AtomicInteger waiting() {
        return waiting;
    }

    /** Results that have not even been looked at. */
    int queued() {
        return queue.size();
    }

    /**
     * Takes in what has come.
     *
     * @param patience how long it waits for something to come, in milliseconds
     */
    void turn(Journal journal, long patience) throws InterruptedException {
        Told first = queue.poll(patience, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<Told> batch = new ArrayList<>(BATCH);
        batch.add(first);
        queue.drainTo(batch, BATCH - 1);
        long segment = journal.segment();
        for (Told told : batch) {
            take(told, segment, journal);
        }
        try {
            journal.write();
        } catch (IOException e) {
            counters.writingFailed(e);
        }
    }

    private void take(Told told, long segment, Journal journal) {
        if (waiting.get() >= MOST_WAITING) {
            counters.dropped.increment();
            return;
        }
        Waiting monitor = of(told.monitor());
        Headings headings = headings(monitor, told.metrics());
        Reading reading = Reading.of(told.second(), headings, told.metrics());
        boolean states = monitor.states(headings, segment);
        monitor.clockIs(told.now());
        if (!monitor.add(reading)) {
            counters.refused.increment();
            return;
        }
        try {
            if (states) {
                journal.headings(told.monitor(), headings);
            }
            journal.reading(told.monitor(), reading);
        } catch (IOException e) {
            counters.writingFailed(e);
        }
        waiting.incrementAndGet();
        line.add(monitor, ticker.getAsLong(), segment);
    }

    private Headings headings(Waiting monitor, List<Metric> metrics) {
        Headings last = monitor.headings();
        if (last != null && last.fit(metrics)) {
            return last;
        }
        if (shared.size() > SHARED_HEADINGS) {
            shared.clear();
        }
        Headings headings = Headings.of(metrics);
        return shared.computeIfAbsent(headings, one -> one);
    }

    /**
     * Knows nothing more of a monitor that is no more; what may still come of it is known anew
     * until it is dropped as well.
     */
    void drop(Waiting gone) {
        monitors.remove(gone.monitor(), gone);
    }

    /** How many monitors are known. */
    int known() {
        return monitors.size();
    }

    @Override
    public void reading(long segment, long monitor, Reading reading) {
        Waiting of = of(monitor);
        if (of.add(reading)) {
            waiting.incrementAndGet();
            line.add(of, ticker.getAsLong(), segment);
        }
    }

    @Override
    public void forgotten(long monitor) {
        waiting.addAndGet(-of(monitor).forget());
    }

    /** Those that were forgotten. */
    List<Long> allForgotten() {
        return monitors.values().stream()
                .filter(Waiting::isForgotten)
                .map(Waiting::monitor)
                .toList();
    }
}
