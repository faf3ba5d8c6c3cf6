package dev.cadastre.server.alerting.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a web server asks to be left alone. Pure. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** Seconds or a date, as HTTP has it, up to a day; empty for anything else. */
    static Optional<Duration> of(String text, Instant now) {
        try {
            Duration asked =
                    text.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    now,
                                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant());
            return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked)
                    .filter(Duration::isPositive);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
