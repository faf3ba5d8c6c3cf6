package dev.cadastre.server.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each host is due. A host is never due while it is being collected. Holds nothing that could
 * not be made again from the hosts and their last attempts. Thread-safe.
 */
final class CollectionSchedule {

    private static final double NEWEST_SHARE = 0.05;

    private final Map<String, Instant> due = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private double meanNanos;

    /** Adds a host that is not scheduled yet; one never attempted is due at once. */
    synchronized void add(String host, @Nullable Instant lastAttempt, Duration interval) {
        due.putIfAbsent(host, lastAttempt == null ? Instant.MIN : lastAttempt.plus(interval));
    }

    synchronized void remove(String host) {
        due.remove(host);
    }

    /** Takes the hosts that are due, the longest overdue first; they run until {@link #ended}. */
    synchronized List<String> takeDue(Instant now) {
        List<String> taken =
                due.entrySet().stream()
                        .filter(entry -> !entry.getValue().isAfter(now))
                        .filter(entry -> !running.contains(entry.getKey()))
                        .sorted(Map.Entry.comparingByValue())
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
    synchronized void ended(String host, Instant start, Duration took, Duration interval) {
        running.remove(host);
        notifyAll();
        due.computeIfPresent(host, (name, before) -> start.plus(interval));
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
