package dev.cadastre.plugin;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads what stands behind a label: {@code value[UOM];[warn];[crit];[min];[max]}. */
final class MetricReader {
    /** Neither more of a number, as in {@code 1,5} and {@code 1.2.3}, nor another piece. */
    private static final Pattern UNIT = Pattern.compile("(?:[^0-9,.=+'|-][^,=|]*+)?+");

    private static final int FIELDS = 5;

    private final Problems problems;

    MetricReader(Problems problems) {
        this.problems = problems;
    }

    /** The metric; empty, with a problem noted, if it has no value. */
    Optional<Metric> read(String label, String text, String piece) {
        String[] fields = text.split(";", FIELDS + 1);
        String number = fields[0];
        boolean unknown = number.equals("U");
        int end = Decimal.end(number);
        OptionalDouble value = Decimal.parse(number.substring(0, end));
        String unit = unknown ? "" : number.substring(end);
        if ((value.isEmpty() && !unknown) || !UNIT.matcher(unit).matches()) {
            problems.add("perfdata.value", piece, valueProblem(label, number));
            return Optional.empty();
        }
        if (fields.length > FIELDS && !fields[FIELDS].isEmpty()) {
            problems.add(
                    "perfdata.fields",
                    piece,
                    Quoted.of(label) + " has more than a value and four fields");
        }
        return Optional.of(
                new Metric(
                        label,
                        value,
                        Unit.of(unit),
                        threshold("warning", label, field(fields, 1), unit, piece),
                        threshold("critical", label, field(fields, 2), unit, piece),
                        limit("minimum", label, field(fields, 3), unit, piece),
                        limit("maximum", label, field(fields, 4), unit, piece)));
    }

    private static String valueProblem(String label, String number) {
        return number.isEmpty()
                ? Quoted.of(label) + " has no value"
                : "The value " + Quoted.of(number) + " of " + Quoted.of(label) + " is no number";
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index] : "";
    }

    private Threshold threshold(
            String which, String label, String text, String unit, String piece) {
        if (text.isEmpty()) {
            return Threshold.NONE;
        }
        return switch (RangeReading.of(text, unit)) {
            case RangeReading.Read(Range range) -> new Threshold(text, Optional.of(range));
            case RangeReading.Refused(String why) -> {
                problems.add(
                        "perfdata.range",
                        piece,
                        "The " + which + " of " + Quoted.of(label) + ": " + why);
                yield new Threshold(text, Optional.empty());
            }
        };
    }

    private OptionalDouble limit(
            String which, String label, String text, String unit, String piece) {
        OptionalDouble limit =
                text.isEmpty() ? OptionalDouble.empty() : Quantity.number(text, unit);
        // Plug-ins that do not know a limit say so with a U, although nothing would do.
        if (limit.isEmpty() && !text.isEmpty() && !text.equals("U")) {
            problems.add(
                    "perfdata.limit",
                    piece,
                    "The "
                            + which
                            + " "
                            + Quoted.of(text)
                            + " of "
                            + Quoted.of(label)
                            + " is no number");
        }
        return limit;
    }
}
