package dev.cadastre.server.monitoring.check;

import java.math.BigDecimal;
import java.time.Duration;

/** Makes what strangers sent fit to be shown: one line, not long, nothing that acts. */
final class Shown {

    private static final int LONGEST_QUOTE = 100;

    private Shown() {}

    /** The text in quotation marks, cut if it is long. */
    static String quoted(String text) {
        return '"' + cut(text.strip(), LONGEST_QUOTE) + '"';
    }

    /** The text, cut if it is longer than so many characters. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return clean(text);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return clean(text.substring(0, end)) + "…";
    }

    /** The text with U+FFFD for characters that could act on whoever reads it. */
    static String clean(String text) {
        if (text.codePoints().noneMatch(Shown::harmful)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(harmful(c) ? 0xFFFD : c));
        return clean.toString();
    }

    private static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.FORMAT ->
                    true;
            default -> false;
        };
    }

    /** A duration in seconds, such as {@code 0.012 s}. */
    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3) + " s";
    }
}
