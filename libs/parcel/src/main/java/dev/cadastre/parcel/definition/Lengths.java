package dev.cadastre.parcel.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times such as {@code 90s}, {@code 1m30s} or {@code 31d}, and amounts such as {@code 256M}. Pure.
 */
final class Lengths {

    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
    private static final Pattern BYTES =
            Pattern.compile("(?=[0-9]{1,12}\\z|[0-9]{1,6}[KMGT]\\z)([0-9]+)([KMGT]?)");

    private Lengths() {}

    /** Empty if it is no time. */
    static Optional<Duration> time(String text) {
        Matcher parts = TIME.matcher(text);
        return text.isEmpty() || !parts.matches()
                ? Optional.empty()
                : Optional.of(
                        Duration.ofDays(number(parts.group(1)))
                                .plusHours(number(parts.group(2)))
                                .plusMinutes(number(parts.group(3)))
                                .plusSeconds(number(parts.group(4))));
    }

    /** Whether it is a time between these two, them included. */
    static boolean isTime(String text, Duration least, Duration most) {
        return time(text)
                .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0)
                .isPresent();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Empty if it is no amount. */
    static Optional<Long> bytes(String text) {
        Matcher parts = BYTES.matcher(text);
        return parts.matches()
                ? Optional.of(
                        Long.parseLong(parts.group(1))
                                << (10 * " KMGT".indexOf(unit(parts.group(2)))))
                : Optional.empty();
    }

    private static char unit(String letter) {
        return letter.isEmpty() ? ' ' : letter.charAt(0);
    }
}
