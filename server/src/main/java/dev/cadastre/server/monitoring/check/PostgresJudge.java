package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Judges what a query returned.
 *
 * @param expected the text that the value must be, if any
 * @param thresholds of the value as a number
 */
record PostgresJudge(Optional<String> expected, Thresholds thresholds) {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9]{1,300}(?:\\.[0-9]{0,300})?(?:[eE][-+]?[0-9]{1,3})?");

    void judge(PostgresAnswer answer, Findings findings) {
        if (expected.isPresent() && !answer.value().equals(expected)) {
            findings.critical(answer + ", not " + Shown.quoted(expected.get()));
        }
        OptionalDouble number = number(answer.value().orElse(""));
        if (number.isPresent()) {
            findings.measured(
                    Metric.of(label(answer), number.getAsDouble(), Unit.NONE), thresholds);
        } else if (!thresholds.equals(Thresholds.NONE)) {
            findings.found(
                    PluginState.UNKNOWN, answer + ", which is no number to compare with a range");
        }
    }

    /** Never that of how long it took. */
    private static String label(PostgresAnswer answer) {
        String column = Shown.cut(answer.column(), 100);
        return column.isBlank() || column.equals("time") ? "value" : column;
    }

    private static OptionalDouble number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
