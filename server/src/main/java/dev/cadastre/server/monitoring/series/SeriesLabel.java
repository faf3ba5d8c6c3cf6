package dev.cadastre.server.monitoring.series;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Unit;
import java.util.OptionalDouble;

/**
 * What was told last of a value, apart from the value.
 *
 * @param label its name
 * @param unit of the value and of all that it is compared with; a counter's line is a rate by the
 *     second
 * @param warning when it is a warning, as the plug-in wrote it; empty if never
 * @param critical when it is critical, as the plug-in wrote it; empty if never
 * @param least the least value there can be
 * @param most the largest value there can be
 */
public record SeriesLabel(
        String label,
        Unit unit,
        String warning,
        String critical,
        OptionalDouble least,
        OptionalDouble most) {

    /** Of a metric. */
    public static SeriesLabel of(Metric metric) {
        return new SeriesLabel(
                metric.label(),
                metric.unit(),
                metric.warning().text(),
                metric.critical().text(),
                metric.least(),
                metric.most());
    }

    /** Whether it counts up, so that its line is how much is added by the second. */
    public boolean isRate() {
        return unit.kind() == Unit.Kind.COUNTER;
    }
}
