package dev.cadastre.acceptance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does. */
final class Waiting {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

    private Waiting() {}

    /** Returns as soon as {@code condition} holds; fails with {@code otherwise} after the limit. */
    static void until(Duration limit, BooleanSupplier condition, Supplier<String> otherwise) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise.get());
            }
            LockSupport.parkNanos(STEP);
        }
    }
}
