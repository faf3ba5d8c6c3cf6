package dev.cadastre.plugin;

import java.util.Optional;

/**
 * The values for which a threshold does, or does not, alert; both ends belong to it.
 *
 * <p>Written as {@code [@]start:end}. Without {@code start:} it begins at 0, {@code ~} is minus
 * infinity, nothing behind the colon is infinity. It alerts outside of the range, with {@code @}
 * inside. Percent signs behind numbers say nothing and are allowed.
 *
 * @param start the least value; minus infinity if there is none
 * @param end the largest value; infinity if there is none
 * @param inside whether it alerts for the values in the range, and not for those outside
 */
public record Range(double start, double end, boolean inside) {

    /** Refuses a start behind the end, and ends that no value can reach. */
    public Range {
        start = Decimal.positiveZero(start);
        end = Decimal.positiveZero(end);
        boolean ordered = start <= end;
        if (!ordered || start == Double.POSITIVE_INFINITY || end == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "A range from " + start + " to " + end + " has no values");
        }
    }

    /** The range that a text states; empty if it states none, see {@link #problem}. */
    public static Optional<Range> parse(String text) {
        return RangeReading.of(text, "") instanceof RangeReading.Read read
                ? Optional.of(read.range())
                : Optional.empty();
    }

    /** Why a text is no range, as a sentence; empty if it is one. */
    public static Optional<String> problem(String text) {
        return RangeReading.of(text, "") instanceof RangeReading.Refused refused
                ? Optional.of(refused.why())
                : Optional.empty();
    }

    /**
     * Whether the value is one that the range is to warn of.
     *
     * @throws IllegalArgumentException if the value is no number
     */
    public boolean alerts(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN lies neither inside nor outside of a range");
        }
        boolean within = start <= value && value <= end;
        return within == inside;
    }

    /** The shortest text that states this range. */
    @Override
    public String toString() {
        return (inside ? "@" : "") + startText() + endText();
    }

    private String startText() {
        if (start == Double.NEGATIVE_INFINITY) {
            return "~:";
        }
        return start == 0 && end != Double.POSITIVE_INFINITY ? "" : Decimal.print(start) + ":";
    }

    private String endText() {
        return end == Double.POSITIVE_INFINITY ? "" : Decimal.print(end);
    }
}
