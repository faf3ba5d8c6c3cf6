package dev.cadastre.cli.time;

import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people write it: {@code 2h}, {@code 1h30m}, {@code 3 days}, {@code 2 weeks 1
 * day}. Days and longer are the calendar's, so that a day before noon is noon also where clocks
 * were changed in between.
 *
 * @param calendar the part counted in days and longer
 * @param clock the part counted in hours and shorter
 */
public record Span(Period calendar, Duration clock) {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}) ?([a-z]+) ?");

    /** Empty if {@code text} is no span. */
    public static Optional<Span> parse(String text) {
        Matcher matcher = PART.matcher(text);
        Span span = new Span(Period.ZERO, Duration.ZERO);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return Optional.empty();
            }
            Optional<Span> next = span.plus(Integer.parseInt(matcher.group(1)), matcher.group(2));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            span = next.get();
            end = matcher.end();
        }
        return end == 0 ? Optional.empty() : Optional.of(span);
    }

    /** The moment that lies this span before {@code moment}. */
    public ZonedDateTime before(ZonedDateTime moment) {
        return moment.minus(calendar).minus(clock);
    }

    /** The moment that lies this span after {@code moment}. */
    public ZonedDateTime after(ZonedDateTime moment) {
        return moment.plus(calendar).plus(clock);
    }

    private Optional<Span> plus(int count, String unit) {
        return switch (unit) {
            case "s", "sec", "second", "seconds" -> Optional.of(plus(Duration.ofSeconds(count)));
            case "m", "min", "minute", "minutes" -> Optional.of(plus(Duration.ofMinutes(count)));
            case "h", "hour", "hours" -> Optional.of(plus(Duration.ofHours(count)));
            case "d", "day", "days" -> Optional.of(plus(Period.ofDays(count)));
            case "w", "week", "weeks" -> Optional.of(plus(Period.ofWeeks(count)));
            case "month", "months" -> Optional.of(plus(Period.ofMonths(count)));
            case "y", "year", "years" -> Optional.of(plus(Period.ofYears(count)));
            default -> Optional.empty();
        };
    }

    private Span plus(Duration more) {
        return new Span(calendar, clock.plus(more));
    }

    private Span plus(Period more) {
        return new Span(calendar.plus(more), clock);
    }
}
