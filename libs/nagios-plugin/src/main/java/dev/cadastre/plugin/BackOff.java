package dev.cadastre.plugin;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When to try again what failed: at once after a first failure, and after each further one twice as
 * late as before. For one thread at a time.
 */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private final LongSupplier nanoTime;
    private int failures;
    private long failedAt;

    /** Reads a clock of nanoseconds that only goes forward. */
    BackOff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void failed() {
        failures++;
        failedAt = nanoTime.getAsLong();
    }

    void succeeded() {
        failures = 0;
    }

    /** How long it is not to be tried; zero if it may. */
    Duration remaining() {
        if (failures < 2) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 2, MOST_DOUBLINGS));
        Duration left = wait.minusNanos(nanoTime.getAsLong() - failedAt);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
