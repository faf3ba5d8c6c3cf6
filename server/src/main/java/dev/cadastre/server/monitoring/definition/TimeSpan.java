package dev.cadastre.server.monitoring.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Durations as people write them: {@code 1m30s}, {@code 500ms}, {@code 2d}. */
@NamedInterface("definition")
public final class TimeSpan {

    private static final Pattern SPAN =
            Pattern.compile(
                    "(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,5})m(?!s))?(?:(\\d{1,5})s)?(?:(\\d{1,6})ms)?");

    private TimeSpan() {}

    /** What a text says; empty if it is no duration above zero. */
    public static Optional<Duration> parse(String text) {
        Matcher parts = SPAN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration span =
                Duration.ofDays(number(parts.group(1)))
                        .plusHours(number(parts.group(2)))
                        .plusMinutes(number(parts.group(3)))
                        .plusSeconds(number(parts.group(4)))
                        .plusMillis(number(parts.group(5)));
        return span.isPositive() ? Optional.of(span) : Optional.empty();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** As it is written, to the millisecond. */
    public static String format(Duration span) {
        StringBuilder text = new StringBuilder();
        append(text, span.toDaysPart(), "d");
        append(text, span.toHoursPart(), "h");
        append(text, span.toMinutesPart(), "m");
        append(text, span.toSecondsPart(), "s");
        append(text, span.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long part, String unit) {
        if (part > 0) {
            text.append(part).append(unit);
        }
    }
}
