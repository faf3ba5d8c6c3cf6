package dev.cadastre.server.monitoring.schedule;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How late the checks of this minute and the one before began. What was hours ago would hide what
 * is the matter now. Thread-safe.
 */
public final class RecentLateness {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final LongSupplier ticker;
    private Lateness now = new Lateness();
    private Lateness before = new Lateness();
    private long begun;
    private long count;

    /**
     * None yet.
     *
     * @param ticker nanoseconds that only go forward
     */
    public RecentLateness(LongSupplier ticker) {
        this.ticker = ticker;
        this.begun = ticker.getAsLong();
    }

    /** One more check, and how much after its turn it began. */
    public synchronized void add(Duration late) {
        turn();
        now.add(late);
        count++;
    }

    private void turn() {
        long past = ticker.getAsLong() - begun;
        if (past >= MINUTE_NANOS) {
            before = past < 2 * MINUTE_NANOS ? now : new Lateness();
            now = new Lateness();
            begun += past - past % MINUTE_NANOS;
        }
    }

    /** How many checks there were since the start. */
    public synchronized long count() {
        return count;
    }

    /**
     * What that part of the checks was not later than; zero if there were none.
     *
     * @param part such as 0.99
     */
    public synchronized Duration quantile(double part) {
        turn();
        return now.and(before).quantile(part);
    }
}
