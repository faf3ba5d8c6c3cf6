package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.monitor.MonitorSeries;
import dev.cadastre.server.monitoring.definition.TimeSpan;
import dev.cadastre.server.monitoring.series.SeriesLine;
import dev.cadastre.server.monitoring.series.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values over time as they are sent. */
final class SeriesRecords {

    private SeriesRecords() {}

    static MonitorSeries line(SeriesLine line) {
        return new MonitorSeries(
                line.label().label(),
                line.label().unit().toString(),
                line.label().isRate(),
                line.label().warning(),
                line.label().critical(),
                line.start(),
                TimeSpan.format(line.step()),
                MonitorSeries.Extremes.valueOf(line.consolidation().name()),
                numbers(line.average()),
                numbers(line.least()),
                numbers(line.most()));
    }

    /** JSON has no number for a gap. */
    private static List<@Nullable Double> numbers(Values values) {
        List<@Nullable Double> numbers = new ArrayList<>(values.size());
        for (double number : values.toArray()) {
            numbers.add(Double.isFinite(number) ? number : null);
        }
        return numbers;
    }
}
