package dev.cadastre.server.alerting.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people read them. */
final class Times {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String of(Instant at) {
        return FORM.format(at);
    }

    /** In its two largest units, such as {@code 1h 5m}. */
    static String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        if (span.isNegative()) {
            return "0s";
        }
        if (span.toDays() > 0) {
            return "%dd %dh".formatted(span.toDays(), span.toHoursPart());
        }
        if (span.toHours() > 0) {
            return "%dh %dm".formatted(span.toHours(), span.toMinutesPart());
        }
        return span.toMinutes() > 0
                ? "%dm %ds".formatted(span.toMinutes(), span.toSecondsPart())
                : "%ds".formatted(span.toSeconds());
    }
}
