package dev.cadastre.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock on the wall and one that only goes forward, which a test moves: both together, or the one
 * on the wall alone. Thread-safe.
 */
public final class TwoClocks extends Clock {

    private volatile Instant moment;
    private volatile long tick;

    /** Both stand still at first. */
    public TwoClocks(Instant moment) {
        this.moment = moment;
    }

    /** Time passes. */
    public synchronized void pass(Duration time) {
        moment = moment.plus(time);
        tick += time.toNanos();
    }

    /** The clock on the wall alone is put forward or back. */
    public synchronized void step(Duration by) {
        moment = moment.plus(by);
    }

    /** The one that only goes forward, in nanoseconds. */
    public LongSupplier ticker() {
        return () -> tick;
    }

    @Override
    public Instant instant() {
        return moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
