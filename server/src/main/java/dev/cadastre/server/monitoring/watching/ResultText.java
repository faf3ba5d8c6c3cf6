package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.Problem;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.temporal.ChronoUnit;

/** Shortens what was found to what is kept of it. Pure. */
final class ResultText {

    private static final int LONGEST_LINE = 4_000;
    private static final int LONGEST_TEXT = 16_000;
    private static final int MOST_PROBLEMS = 20;

    private ResultText() {}

    static LastResult of(Finding finding, MonitorState state) {
        PluginResult result = finding.result();
        return new LastResult(
                finding.at().truncatedTo(ChronoUnit.MICROS),
                state,
                shortened(line(result), LONGEST_LINE),
                shortened(result.longText(), LONGEST_TEXT),
                result.metrics().stream().map(Metric::toString).toList(),
                result.problems().stream().limit(MOST_PROBLEMS).map(Problem::toString).toList(),
                finding.took(),
                finding.by());
    }

    /** Why nothing is known comes before what was said all the same. */
    private static String line(PluginResult result) {
        return result.cause()
                .filter(cause -> !cause.equals(result.text()))
                .map(cause -> result.text().isBlank() ? cause : cause + ": " + result.text())
                .orElse(result.text());
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
