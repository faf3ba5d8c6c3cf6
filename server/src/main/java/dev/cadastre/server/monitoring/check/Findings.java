package dev.cadastre.server.monitoring.check;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What one look has found so far; the worst of it is the state. */
final class Findings {

    private static final int LONGEST = 2_000;
    private static final List<PluginState> FROM_GOOD_TO_BAD =
            List.of(PluginState.OK, PluginState.WARNING, PluginState.UNKNOWN, PluginState.CRITICAL);

    private PluginState state = PluginState.OK;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<Metric> metrics = new ArrayList<>();

    /** Notes something that is not as it should be. */
    void found(PluginState found, String reason) {
        if (FROM_GOOD_TO_BAD.indexOf(found) > FROM_GOOD_TO_BAD.indexOf(state)) {
            state = found;
        }
        reasons.add(reason);
    }

    /** Notes something broken. */
    void critical(String reason) {
        found(PluginState.CRITICAL, reason);
    }

    /** Notes a value, and what it is judged to be. */
    void measured(Metric metric, Thresholds thresholds) {
        Metric judged = metric.with(thresholds);
        Thresholds.Verdict verdict = thresholds.judge(judged);
        metrics.add(judged);
        if (verdict.state() != PluginState.OK) {
            found(verdict.state(), verdict.reason());
        }
    }

    /** Notes how long it took. */
    void time(Duration taken, Thresholds thresholds) {
        double seconds = Math.round(taken.toNanos() / 1e3) / 1e6;
        measured(least(Metric.of("time", seconds, Unit.of("s"))), thresholds);
    }

    /** The metric, which is never below zero. */
    static Metric least(Metric metric) {
        return new Metric(
                metric.label(),
                metric.value(),
                metric.unit(),
                metric.warning(),
                metric.critical(),
                OptionalDouble.of(0),
                metric.most());
    }

    /** Notes something more to know, or to do. */
    void detail(String line) {
        details.add(line);
    }

    /**
     * The result.
     *
     * @param summary what was seen, which comes first if all is well
     */
    PluginResult result(CheckKind kind, String summary) {
        boolean well = reasons.isEmpty();
        String said = well ? summary : String.join("; ", reasons);
        List<String> more = new ArrayList<>();
        if (!well && !summary.isEmpty()) {
            more.add(summary);
        }
        more.addAll(details);
        return new PluginResult(
                state,
                state == PluginState.UNKNOWN
                        ? Optional.of(Shown.cut(said, LONGEST))
                        : Optional.empty(),
                kind + " " + state + ": " + Shown.cut(said, LONGEST),
                more.stream()
                        .map(line -> Shown.cut(line, LONGEST))
                        .collect(Collectors.joining("\n")),
                metrics,
                List.of());
    }
}
