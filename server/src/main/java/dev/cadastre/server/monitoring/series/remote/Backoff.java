package dev.cadastre.server.monitoring.series.remote;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt. Pure but for the chance. */
final class Backoff {

    private static final long FIRST_MS = 500;
    private static final long LONGEST_MS = 30_000;
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /**
     * Twice as long after each failure, up to half a minute; at random between a half and all of
     * that, so that many servers do not come back at once. What the store asks for is obeyed, up to
     * five minutes.
     *
     * @param failures since the last success, at least 1
     * @param retryAfter the header of the answer, if there was one
     */
    static Duration delay(
            int failures, Optional<String> retryAfter, Instant now, RandomGenerator random) {
        long doubled = FIRST_MS << Math.min(failures - 1, MOST_DOUBLINGS);
        long longest = Math.min(doubled, LONGEST_MS);
        Duration own = Duration.ofMillis(random.nextLong(longest / 2, longest + 1));
        Duration asked = retryAfter.flatMap(text -> asked(text, now)).orElse(Duration.ZERO);
        Duration bounded = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return bounded.compareTo(own) > 0 ? bounded : own;
    }

    /** Seconds or a date, as HTTP has it. */
    private static Optional<Duration> asked(String text, Instant now) {
        try {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
