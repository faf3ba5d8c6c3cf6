package dev.cadastre.server.inventory;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each host is due. A host is never due while it is being collected. Holds nothing that could
 * not be made again from the hosts and their last attempts. Thread-safe.
 *
 * <p>Moments are what {@link System#nanoTime} says, for a clock that is put back must not delay any
 * collection.
 */
final class CollectionSchedule {

    private static final double NEWEST_SHARE = 0.05;

    /** Longer ago than any attempt, and short enough to be compared in nanoseconds. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Map<String, Long> due = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private double meanNanos;

    /**
     * Adds a host that is not scheduled yet.
     *
     * @param sinceLast how long ago it was last attempted, none if the clock of that time was
     *     ahead; null if it never was, which makes it due at once
     */
    synchronized void add(String host, long now, @Nullable Duration sinceLast, Duration interval) {
        due.putIfAbsent(host, now + interval.minus(bounded(sinceLast)).toNanos());
    }

    private static Duration bounded(@Nullable Duration sinceLast) {
        if (sinceLast == null || sinceLast.compareTo(NEVER) > 0) {
            return NEVER;
        }
        return sinceLast.isNegative() ? Duration.ZERO : sinceLast;
    }

    synchronized void remove(String host) {
        due.remove(host);
    }

    /** Takes the hosts that are due, the longest overdue first; they run until {@link #ended}. */
    synchronized List<String> takeDue(long now) {
        List<String> taken =
                due.entrySet().stream()
                        .filter(entry -> entry.getValue() - now <= 0)
                        .filter(entry -> !running.contains(entry.getKey()))
                        .sorted(Comparator.comparingLong(entry -> entry.getValue() - now))
                        .map(Map.Entry::getKey)
                        .toList();
        running.addAll(taken);
        return taken;
    }

    /** Takes this host, due or not, as soon as it is not being collected. */
    synchronized void take(String host) throws InterruptedException {
        while (!running.add(host)) {
            wait();
        }
    }

    /** A collection that began at {@code start} has ended. */
    synchronized void ended(String host, long start, Duration took, Duration interval) {
        running.remove(host);
        notifyAll();
        due.computeIfPresent(host, (name, before) -> start + interval.toNanos());
        meanNanos =
                meanNanos == 0
                        ? took.toNanos()
                        : meanNanos * (1 - NEWEST_SHARE) + took.toNanos() * NEWEST_SHARE;
    }

    synchronized int hosts() {
        return due.size();
    }

    synchronized int running() {
        return running.size();
    }

    /** What a collection takes, as a moving mean; zero before the first. */
    synchronized Duration mean() {
        return Duration.ofNanos((long) meanNanos);
    }
}
