package dev.cadastre.server.alerting.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a delivery is tried again. Pure but for the chance. */
final class Patience {

    /** How long it is tried. */
    static final Duration WHOLE = Duration.ofHours(24);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 9;

    private Patience() {}

    /**
     * Twice as long after each attempt, up to an hour; at random between a half and all of that, so
     * that not everything comes back at once. What the other side asks for is obeyed. The last
     * attempt is when it is given up; empty after that.
     *
     * @param attempts how often it was tried, at least once
     * @param asked how long the other side wants to be left alone
     */
    static Optional<Instant> next(
            int attempts,
            @Nullable Duration asked,
            Instant until,
            Instant now,
            RandomGenerator random) {
        if (!now.isBefore(until)) {
            return Optional.empty();
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        long longest = Math.min(doubled.toMillis(), LONGEST.toMillis());
        long own = random.nextLong(longest / 2, longest + 1);
        long wait = asked == null ? own : Math.max(own, asked.toMillis());
        Instant next = now.plusMillis(wait);
        return Optional.of(next.isAfter(until) ? until : next);
    }
}
