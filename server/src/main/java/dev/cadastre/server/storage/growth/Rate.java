package dev.cadastre.server.storage.growth;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells from samples how fast something grows. Pure. */
final class Rate {

    private static final Duration DAY = Duration.ofDays(1);

    /** Who measures once a day does not do it at the same second. */
    private static final Duration LEAST = Duration.ofHours(20);

    /** What is further away is no news to anybody. */
    private static final long MOST_DAYS = 3_650;

    private Rate() {}

    /**
     * How much more each day, from the first sample to the last; null if less than a day is between
     * them.
     *
     * @param samples the oldest first
     */
    static @Nullable Long perDay(List<Sample> samples) {
        if (samples.isEmpty()) {
            return null;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        Duration between = Duration.between(first.at(), last.at());
        if (between.compareTo(LEAST) < 0) {
            return null;
        }
        double days = (double) between.toMillis() / DAY.toMillis();
        return Math.round((last.bytes() - first.bytes()) / days);
    }

    /** When so much is used up; null if it never is, or in more than ten years. */
    static @Nullable Instant usedUp(long free, @Nullable Long perDay, Instant now) {
        if (perDay == null || perDay <= 0 || free / perDay > MOST_DAYS) {
            return null;
        }
        try {
            return now.plusMillis(Math.round((double) free / perDay * DAY.toMillis()))
                    .truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
