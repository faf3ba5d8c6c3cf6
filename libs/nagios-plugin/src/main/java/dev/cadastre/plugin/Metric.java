package dev.cadastre.plugin;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One value with its name.
 *
 * @param label its name, of any length
 * @param value empty if the plug-in could not tell
 * @param unit of the value and of everything it is compared with
 * @param warning when it is a warning
 * @param critical when it is critical
 * @param least the least value there can be; empty if not told
 * @param most the largest value there can be; empty if not told
 */
public record Metric(
        String label,
        OptionalDouble value,
        Unit unit,
        Threshold warning,
        Threshold critical,
        OptionalDouble least,
        OptionalDouble most) {

    /** Refuses an empty label, and numbers that cannot be written. */
    public Metric {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A metric needs a label");
        }
        requireFinite(value);
        requireFinite(least);
        requireFinite(most);
    }

    /** A value that nothing is said of. */
    public static Metric of(String label, double value, Unit unit) {
        return new Metric(
                label,
                OptionalDouble.of(value),
                unit,
                Threshold.NONE,
                Threshold.NONE,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** The same with the ranges that it is judged by. */
    public Metric with(Thresholds thresholds) {
        return new Metric(
                label,
                value,
                unit,
                thresholds.warning().map(Threshold::of).orElse(Threshold.NONE),
                thresholds.critical().map(Threshold::of).orElse(Threshold.NONE),
                least,
                most);
    }

    /**
     * As plug-ins write it. Characters that performance data cannot carry, which are line ends and
     * {@code |} in a label, are written as {@code _}.
     */
    @Override
    public String toString() {
        String fields =
                String.join(
                        ";",
                        print(value, "U") + (value.isPresent() ? unit.text() : ""),
                        warning.text(),
                        critical.text(),
                        print(least, ""),
                        print(most, ""));
        return printedLabel() + "=" + fields.replaceAll(";++$", "");
    }

    private String printedLabel() {
        String carried = label.replaceAll("[\\p{Cntrl}|\\u2028\\u2029]", "_");
        boolean plain =
                carried.chars().noneMatch(c -> Character.isWhitespace(c) || c == '\'' || c == '=');
        return plain ? carried : "'" + carried.replace("'", "''") + "'";
    }

    private static String print(OptionalDouble number, String otherwise) {
        return number.isPresent() ? Decimal.print(number.getAsDouble()) : otherwise;
    }

    private static void requireFinite(OptionalDouble number) {
        if (number.isPresent() && !Double.isFinite(number.getAsDouble())) {
            throw new IllegalArgumentException(
                    "Performance data has no " + Objects.toString(number.getAsDouble()));
        }
    }
}
