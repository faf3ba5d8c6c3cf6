package dev.cadastre.server.monitoring.series.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of one monitor waits to be written. Its own lock guards what waits; {@link #files} guards
 * the monitor's files and is taken first where both are.
 */
final class Waiting {

    private final long monitor;

    /** Held while the files of the monitor are read or written. */
    final Object files = new Object();

    private List<Reading> readings = new ArrayList<>();
    private @Nullable Headings headings;
    private long statedIn = -1;
    private long last = Long.MIN_VALUE;
    private boolean queued;
    private long queuedAt;
    private long segment;
    private boolean forgotten;

    Waiting(long monitor) {
        this.monitor = monitor;
    }

    long monitor() {
        return monitor;
    }

    /** What the last reading said of its values; null before the first. */
    synchronized @Nullable Headings headings() {
        return headings;
    }

    /** Whether headings must be told to the journal's segment, which is then taken as done. */
    synchronized boolean states(Headings told, long inSegment) {
        boolean states = !told.equals(headings) || statedIn != inSegment;
        headings = told;
        statedIn = inSegment;
        return states;
    }

    /**
     * Adds a reading.
     *
     * @return whether it was added, which it is not if it is not later than the last
     */
    synchronized boolean add(Reading reading) {
        if (reading.second() <= last || forgotten) {
            return false;
        }
        last = reading.second();
        headings = reading.headings();
        readings.add(reading);
        return true;
    }

    /** Whether it was not in the queue and is now, as of this moment and segment. */
    synchronized boolean enqueue(long now, long inSegment) {
        if (queued) {
            return false;
        }
        queued = true;
        queuedAt = now;
        segment = inSegment;
        return true;
    }

    synchronized void dequeued() {
        queued = false;
    }

    synchronized long queuedAt() {
        return queuedAt;
    }

    synchronized long segment() {
        return segment;
    }

    /** In the line, it needs the journal from this segment on; the one it did need it from. */
    synchronized long needFrom(long earlier) {
        long before = segment;
        segment = earlier;
        return before;
    }

    /** All that waits, which no longer does. */
    synchronized List<Reading> take() {
        List<Reading> taken = readings;
        readings = new ArrayList<>();
        return taken;
    }

    /** Has what was taken wait again, before what came since; not if the monitor is forgotten. */
    synchronized boolean putBack(List<Reading> taken) {
        if (forgotten) {
            return false;
        }
        List<Reading> all = new ArrayList<>(taken.stream().map(Reading::again).toList());
        all.addAll(readings);
        readings = all;
        return true;
    }

    /** A clock that was ahead and has been put back would otherwise not be believed for long. */
    synchronized void clockIs(long second) {
        if (last > second + MonitorFiles.AHEAD_SECONDS) {
            last = Long.MIN_VALUE;
        }
    }

    /** Nothing is added any more. */
    synchronized int forget() {
        forgotten = true;
        return take().size();
    }

    synchronized boolean isForgotten() {
        return forgotten;
    }
}
