package dev.cadastre.server.monitoring.schedule;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How late checks begin: a count for each power of two in microseconds, divided in eight, so that
 * what it tells is at most an eighth too much. Thread-safe.
 */
final class Lateness {

    private static final int PARTS_BITS = 3;
    private static final int PARTS = 1 << PARTS_BITS;

    private final AtomicLongArray counts = new AtomicLongArray(Long.SIZE * PARTS);

    /** One more check, and how much after its turn it began. */
    void add(Duration late) {
        counts.incrementAndGet(bucket(Math.max(0, late.toNanos() / 1_000)));
    }

    private static int bucket(long micros) {
        if (micros < PARTS) {
            return (int) micros;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros);
        int part = (int) (micros >>> (power - PARTS_BITS)) & (PARTS - 1);
        return (power - PARTS_BITS + 1) * PARTS + part;
    }

    private static long limit(int bucket) {
        if (bucket < PARTS) {
            return bucket;
        }
        int power = bucket / PARTS + PARTS_BITS - 1;
        long part = (bucket & (PARTS - 1)) + 1L;
        return (1L << power) + (part << (power - PARTS_BITS)) - 1;
    }

    /** These checks and others together. */
    Lateness and(Lateness others) {
        Lateness both = new Lateness();
        for (int i = 0; i < counts.length(); i++) {
            both.counts.set(i, counts.get(i) + others.counts.get(i));
        }
        return both;
    }

    /** How many checks there were. */
    long count() {
        long count = 0;
        for (int i = 0; i < counts.length(); i++) {
            count += counts.get(i);
        }
        return count;
    }

    /**
     * What that part of all checks was not later than; zero before the first.
     *
     * @param part such as 0.99
     */
    Duration quantile(double part) {
        long wanted = (long) Math.ceil(count() * part);
        long passed = 0;
        for (int i = 0; i < counts.length(); i++) {
            passed += counts.get(i);
            if (passed >= wanted && passed > 0) {
                return Duration.ofNanos(limit(i) * 1_000);
            }
        }
        return Duration.ZERO;
    }
}
