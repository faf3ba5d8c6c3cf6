package dev.cadastre.cli.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads past moments as people write them, in the clock's zone:
 *
 * <ul>
 *   <li>{@code 2026-11-17T14:00:00Z}, {@code 2026-11-17T14:00+01:00} (RFC 3339; seconds may be left
 *       out)
 *   <li>{@code 2026-11-17 14:00}, {@code 2026-11-17} (its first moment), {@code 14:00} (when it
 *       last was)
 *   <li>{@code now}, {@code 2h ago}, {@code 1h30m ago}, {@code 3 days ago}
 *   <li>{@code today 14:00}, {@code yesterday 14:00}, {@code monday 14:00} (the last one); without
 *       a time, the time of day it is now
 * </ul>
 */
public final class Moment {

    private static final Pattern TIMESTAMP =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[t ](\\d\\d:\\d\\d\\S*?)(z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[t ](\\d{1,2}:\\d\\d\\S*))?");
    private static final Pattern DAY =
            Pattern.compile("(?:(?:last )?([a-z]{3,9}))?(?:^| |$)(\\d{1,2}:\\d\\d(?::\\d\\d)?)?");

    private final String text;
    private final ZonedDateTime now;

    private Moment(String text, ZonedDateTime now) {
        this.text = text;
        this.now = now;
    }

    /** Fails with {@link NotAMoment} if {@code text} is none, or one that is yet to come. */
    public static Instant resolve(String text, Clock clock) throws NotAMoment {
        String plain = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        ZonedDateTime now = ZonedDateTime.now(clock);
        Instant moment;
        try {
            moment =
                    new Moment(plain, now)
                            .read()
                            .orElseThrow(() -> new NotAMoment("'" + text + "' is not a time"));
        } catch (DateTimeException | ArithmeticException e) {
            throw new NotAMoment("'" + text + "' is not a time: " + e.getMessage(), e);
        }
        if (moment.isBefore(Instant.EPOCH)) {
            throw new NotAMoment("'" + text + "' is not a time that computers were there to see");
        }
        if (moment.isAfter(now.toInstant())) {
            throw new NotAMoment("'" + text + "' is yet to come (" + moment + ")");
        }
        return moment;
    }

    private Optional<Instant> read() {
        if (text.equals("now")) {
            return Optional.of(now.toInstant());
        }
        return timestamp().or(this::ago).or(this::date).or(this::day);
    }

    private Optional<Instant> timestamp() {
        Matcher matcher = TIMESTAMP.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        OffsetDateTime.parse(
                                        matcher.group(1)
                                                + "t"
                                                + matcher.group(2)
                                                + matcher.group(3))
                                .toInstant())
                : Optional.empty();
    }

    private Optional<Instant> ago() {
        if (!text.endsWith(" ago")) {
            return Optional.empty();
        }
        return Span.parse(text.substring(0, text.length() - " ago".length()))
                .map(span -> span.before(now).toInstant());
    }

    private Optional<Instant> date() {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalTime time = matcher.group(2) == null ? LocalTime.MIDNIGHT : time(matcher.group(2));
        return Optional.of(
                LocalDate.parse(matcher.group(1)).atTime(time).atZone(now.getZone()).toInstant());
    }

    private Optional<Instant> day() {
        Matcher matcher = DAY.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        LocalTime time = matcher.group(2) == null ? now.toLocalTime() : time(matcher.group(2));
        if (name == null) {
            return Optional.of(latest(at(now.toLocalDate(), time), 1));
        }
        return switch (name) {
            case "today" -> Optional.of(at(now.toLocalDate(), time).toInstant());
            case "yesterday" -> Optional.of(at(now.toLocalDate().minusDays(1), time).toInstant());
            default -> weekday(name).map(day -> lastWeekday(day, time, matcher.group(2) != null));
        };
    }

    /** Today counts if a time of day is told and has passed. */
    private Instant lastWeekday(DayOfWeek day, LocalTime time, boolean timeTold) {
        LocalDate date =
                now.toLocalDate()
                        .with(
                                timeTold
                                        ? TemporalAdjusters.previousOrSame(day)
                                        : TemporalAdjusters.previous(day));
        return latest(at(date, time), 7);
    }

    private Instant latest(ZonedDateTime candidate, int days) {
        return (candidate.isAfter(now) ? candidate.minusDays(days) : candidate).toInstant();
    }

    private ZonedDateTime at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(now.getZone());
    }

    private static Optional<DayOfWeek> weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String whole = day.name().toLowerCase(Locale.ROOT);
            if (name.equals(whole) || name.equals(whole.substring(0, 3))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }

    /** A text is no moment that could be looked back at. */
    public static final class NotAMoment extends Exception {
        private final String reason;

        private NotAMoment(String reason) {
            super(reason);
            this.reason = reason;
        }

        private NotAMoment(String reason, Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        /** What is wrong with it, as a sentence without a full stop. */
        public String reason() {
            return reason;
        }
    }
}
