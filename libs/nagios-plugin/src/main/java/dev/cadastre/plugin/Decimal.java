package dev.cadastre.plugin;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as plug-ins write them: {@code 5}, {@code -0.5}, {@code 23.}, {@code .42}, {@code 1e3}.
 */
final class Decimal {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][-+]?+[0-9]++)?+");

    /** Beyond it, digits would only be zeros that nobody can count. */
    private static final double PLAIN = 1e18;

    private static final double SMALLEST_PLAIN = 1e-9;

    private Decimal() {}

    /** Where the number at the beginning ends; 0 if there is none. */
    static int end(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** The number that all of the text is; empty also if it is too large for a double. */
    static OptionalDouble parse(String text) {
        if (text.isEmpty() || end(text) != text.length()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value)
                ? OptionalDouble.of(positiveZero(value))
                : OptionalDouble.empty();
    }

    /** The shortest text from which {@link #parse} makes the same number. */
    static String print(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= PLAIN || size < SMALLEST_PLAIN) {
            return Double.toString(value);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** Minus zero is equal to zero for people, and not for records. */
    static double positiveZero(double value) {
        return value + 0.0;
    }
}
