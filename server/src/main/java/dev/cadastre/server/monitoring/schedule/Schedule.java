package dev.cadastre.server.monitoring.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The agenda on the machine's clock that only goes forward. Turns lie where the clock on the wall
 * had them when the server began, so that a restart leaves them where they were, and nothing that
 * is done to that clock later moves them. Thread-safe.
 */
public final class Schedule {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final LongSupplier ticker;
    private final long offset;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sooner = lock.newCondition();
    private final Agenda agenda = new Agenda();

    /**
     * Begins now.
     *
     * @param ticker nanoseconds that only go forward
     */
    public Schedule(Clock clock, LongSupplier ticker) {
        this.ticker = ticker;
        Instant now = clock.instant();
        offset = now.getEpochSecond() * NANOS_A_SECOND + now.getNano() - ticker.getAsLong();
    }

    private long now() {
        return ticker.getAsLong() + offset;
    }

    /** Adds a monitor, or gives it another rhythm. */
    public void put(long monitor, Duration interval) {
        locked(() -> {
            agenda.put(monitor, Rhythm.of(monitor, interval), now());
            sooner.signal();
            return true;
        });
    }

    /** Forgets a monitor. */
    public void remove(long monitor) {
        locked(() -> {
            agenda.remove(monitor);
            return true;
        });
    }

    /**
     * Has a monitor checked after a while, if that is before its turn.
     *
     * @return whether there is such a monitor, which may be being checked
     */
    public boolean hasten(long monitor, Duration after) {
        return locked(() -> {
            boolean known = agenda.hasten(monitor, now() + after.toNanos());
            sooner.signal();
            return known;
        });
    }

    /** It has been checked, and comes again in its turn. */
    public void checked(long monitor) {
        locked(() -> {
            agenda.checked(monitor, now());
            sooner.signal();
            return true;
        });
    }

    /** Waits until it may be somebody's turn, which {@link #poll} tells. */
    public void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                OptionalLong next = agenda.next();
                long nanos = next.isPresent() ? next.getAsLong() - now() : Long.MAX_VALUE;
                if (nanos <= 0) {
                    return;
                }
                // Whether it was woken or waited long enough, it looks again.
                boolean ignored = sooner.await(nanos, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whose turn it is, once for each turn; empty if it is nobody's yet. */
    public Optional<Due> poll() {
        return locked(() -> agenda.take(now()));
    }

    /** How long ago a turn was. */
    public Duration since(Due due) {
        return Duration.ofNanos(now() - due.at());
    }

    /** How many monitors there are. */
    public int size() {
        return locked(agenda::size);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
