package dev.cadastre.server.storage.health;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Whether threads waited for a connection to the database in vain. Thread-safe. */
@Component
class ConnectionFailures implements Examination {

    private static final Duration RECENT = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    private final Clock clock;

    /** How many there were in each minute. */
    private final NavigableMap<Instant, Long> failed = new TreeMap<>();

    /** Is told of each that waited for as long as the pool lets it. */
    ConnectionFailures(HikariDataSource connections, Clock clock) {
        this.clock = clock;
        connections.setMetricsTrackerFactory((_, _) -> new Tracker());
    }

    private final class Tracker implements IMetricsTracker {
        @Override
        public void recordConnectionTimeout() {
            count();
        }
    }

    private synchronized void count() {
        Instant now = clock.instant();
        failed.merge(now.truncatedTo(ChronoUnit.MINUTES), 1L, Long::sum);
        failed.headMap(now.minus(RECENT)).clear();
    }

    @Override
    public List<Finding> examine() {
        Instant now = clock.instant();
        return findings(since(now.minus(RECENT)), now);
    }

    private synchronized NavigableMap<Instant, Long> since(Instant moment) {
        return new TreeMap<>(failed.tailMap(moment));
    }

    /**
     * Pure; what failed just now fails still, for all that is known.
     *
     * @param failed how many there were in each minute
     */
    static List<Finding> findings(NavigableMap<Instant, Long> failed, Instant now) {
        if (failed.isEmpty()) {
            return List.of();
        }
        Instant last = failed.lastKey();
        String what =
                "Within a day %d waited in vain for a connection, the last at %s"
                        .formatted(failed.values().stream().mapToLong(Long::longValue).sum(), last);
        return List.of(
                last.isAfter(now.minus(AT_ONCE))
                        ? Finding.error(FindingKind.CONNECTIONS_FAILING, "database", what)
                        : Finding.warning(FindingKind.CONNECTIONS_FAILING, "database", what));
    }
}
