package dev.cadastre.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands operands, and guesses what a wrong one was meant to be. */
final class OperandReader {
    private static final int MOST_DIGITS = 40;
    // So many of the longest unit still fit a Duration's seconds, and those an Instant's range.
    private static final int MOST_DIGITS_OF_SPAN = 9;

    private static final Map<String, BigDecimal> BYTE_UNITS = byteUnits();
    private static final Map<Character, Duration> TIME_UNITS = lengths();

    private OperandReader() {}

    private static Map<String, BigDecimal> byteUnits() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("B", BigDecimal.ONE);
        BigDecimal binary = BigDecimal.ONE;
        BigDecimal decimal = BigDecimal.ONE;
        for (String letter : new String[] {"K", "M", "G", "T", "P"}) {
            binary = binary.multiply(BigDecimal.valueOf(1024));
            decimal = decimal.multiply(BigDecimal.valueOf(1000));
            units.put(letter + "iB", binary);
            units.put((letter.equals("K") ? "k" : letter) + "B", decimal);
        }
        return units;
    }

    private static Map<Character, Duration> lengths() {
        Map<Character, Duration> units = new LinkedHashMap<>();
        units.put('w', Duration.ofDays(7));
        units.put('d', Duration.ofDays(1));
        units.put('h', Duration.ofHours(1));
        units.put('m', Duration.ofMinutes(1));
        units.put('s', Duration.ofSeconds(1));
        return units;
    }

    static @Nullable Operand read(OperandKind kind, String text) {
        return switch (kind) {
            case VERSION -> text.isEmpty() ? null : new Operand.Version(text);
            case NUMBER -> number(text);
            case DURATION -> span(text);
            case TIME -> time(text);
            case TEXT -> new Operand.Text(text);
        };
    }

    private static Operand.@Nullable Quantity number(String text) {
        int end = numberEnd(text);
        if (end == 0 || end > MOST_DIGITS + 2) {
            return null;
        }
        BigDecimal value = new BigDecimal(text.substring(0, end));
        String unit = text.substring(end);
        if (unit.isEmpty()) {
            return new Operand.Quantity(text, value, Operand.Unit.NONE);
        }
        if (unit.equals("%")) {
            return new Operand.Quantity(text, value, Operand.Unit.PERCENT);
        }
        BigDecimal factor = BYTE_UNITS.get(unit);
        return factor == null
                ? null
                : new Operand.Quantity(text, value.multiply(factor), Operand.Unit.BYTES);
    }

    /** Where {@code -?digits(.digits)?} ends; 0 if the text does not begin so. */
    private static int numberEnd(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = digitsEnd(text, start);
        if (end == start) {
            return 0;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digitsEnd(text, end + 1);
            return fraction == end + 1 ? 0 : fraction;
        }
        return end;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static Operand.@Nullable Span span(String text) {
        Duration sum = Duration.ZERO;
        Duration before = null;
        int at = 0;
        while (at < text.length()) {
            int end = digitsEnd(text, at);
            Duration unit = end < text.length() ? TIME_UNITS.get(text.charAt(end)) : null;
            boolean bounded = end > at && end - at <= MOST_DIGITS_OF_SPAN;
            if (unit == null || !bounded || (before != null && unit.compareTo(before) >= 0)) {
                return null;
            }
            sum = sum.plus(unit.multipliedBy(Long.parseLong(text, at, end, 10)));
            before = unit;
            at = end + 1;
        }
        return text.isEmpty() ? null : new Operand.Span(text, sum);
    }

    private static @Nullable Operand time(String text) {
        // A year of more than four digits, or one without seconds, is ISO 8601 and not RFC 3339.
        boolean day = text.length() == 10;
        boolean moment = text.length() >= 20 && text.length() <= 35 && text.charAt(16) == ':';
        if (!(day || moment) || text.charAt(4) != '-') {
            return null;
        }
        try {
            return day
                    ? new Operand.Day(text, LocalDate.parse(text))
                    : new Operand.Moment(text, OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException refused) {
            return null;
        }
    }

    /** What the text was probably meant to be; null if nothing comes to mind. */
    static @Nullable String meant(OperandKind kind, String text) {
        String guess =
                switch (kind) {
                    case NUMBER -> meantNumber(text);
                    case DURATION -> meantSpan(text);
                    case TIME -> meantTime(text);
                    case VERSION, TEXT -> null;
                };
        return guess != null && read(kind, guess) != null ? guess : null;
    }

    /** {@code 8gb} and {@code 8G}: the unit but for its case and its last letters. */
    private static @Nullable String meantNumber(String text) {
        int end = numberEnd(text);
        String unit = text.substring(end).toLowerCase(Locale.ROOT);
        for (String known : BYTE_UNITS.keySet()) {
            String lower = known.toLowerCase(Locale.ROOT);
            if (unit.equals(lower) || (unit + "ib").equals(lower) || (unit + "b").equals(lower)) {
                return text.substring(0, end) + known;
            }
        }
        return null;
    }

    /**
     * {@code 1D}, {@code 5min}, {@code 3days}: the first letter of the unit says it, months apart.
     */
    private static @Nullable String meantSpan(String text) {
        int end = digitsEnd(text, 0);
        String unit = text.substring(end).toLowerCase(Locale.ROOT);
        boolean word = !unit.isEmpty() && unit.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return word && !unit.startsWith("mo") ? text.substring(0, end) + unit.charAt(0) : null;
    }

    /** {@code 2026-05-31 14:00} and {@code 2026-05-31T14:00:00}: what is left out, in UTC. */
    private static @Nullable String meantTime(String text) {
        String joined = text.replace(' ', 'T');
        return joined.length() == 16
                ? joined + ":00Z"
                : joined.length() == 19 ? joined + "Z" : joined;
    }

    /** The units of durations, from the longest to the shortest. */
    static Set<Character> timeUnits() {
        return TIME_UNITS.keySet();
    }
}
