package dev.cadastre.plugin;

import java.util.OptionalDouble;

/** What came of reading a range. */
sealed interface RangeReading {

    /** The text states a range. */
    record Read(Range range) implements RangeReading {}

    /**
     * The text states none.
     *
     * @param why a sentence
     */
    record Refused(String why) implements RangeReading {}

    /**
     * Reads a range.
     *
     * @param unit what may stand behind each number, besides percent signs
     */
    static RangeReading of(String text, String unit) {
        String stripped = text.strip();
        boolean inside = stripped.startsWith("@");
        String ends = inside ? stripped.substring(1) : stripped;
        int colon = ends.indexOf(':');
        OptionalDouble start =
                colon < 0 ? OptionalDouble.of(0) : start(ends.substring(0, colon), unit);
        OptionalDouble end = end(ends.substring(colon + 1), unit);
        if (start.isEmpty() || end.isEmpty()) {
            return new Refused(
                    Quoted.of(text)
                            + " is no range: the "
                            + (start.isEmpty() ? "start" : "end")
                            + " is no number");
        }
        return between(text, start.getAsDouble(), end.getAsDouble(), inside);
    }

    private static RangeReading between(String text, double start, double end, boolean inside) {
        if (start > end) {
            return new Refused(Quoted.of(text) + " is no range: the start is behind the end");
        }
        return new Read(new Range(start, end, inside));
    }

    private static OptionalDouble start(String text, String unit) {
        return switch (text) {
            case "~" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            case "" -> OptionalDouble.of(0);
            default -> Quantity.number(text, unit);
        };
    }

    private static OptionalDouble end(String text, String unit) {
        return text.isEmpty()
                ? OptionalDouble.of(Double.POSITIVE_INFINITY)
                : Quantity.number(text, unit);
    }
}
