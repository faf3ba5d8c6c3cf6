package dev.cadastre.server.monitoring.running;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is costly to find out and holds for a while. Thread-safe; who asks while it is
 * found out again may find it out, too.
 */
final class Remembered<T> implements Supplier<T> {

    private final Supplier<T> question;
    private final long nanos;
    private final LongSupplier ticker;
    private final AtomicReference<@Nullable Answer<T>> last = new AtomicReference<>();

    private record Answer<T>(T answer, long at) {}

    /**
     * Asks nothing yet.
     *
     * @param ticker nanoseconds that only grow
     */
    Remembered(Supplier<T> question, Duration holds, LongSupplier ticker) {
        this.question = question;
        this.nanos = holds.toNanos();
        this.ticker = ticker;
    }

    @Override
    public T get() {
        Answer<T> known = last.get();
        long now = ticker.getAsLong();
        if (known == null || now - known.at() >= nanos) {
            known = new Answer<>(question.get(), now);
            last.set(known);
        }
        return known.answer();
    }
}
