package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Metric;
import dev.cadastre.server.monitoring.series.Values;
import java.util.List;

/**
 * The values of one result.
 *
 * @param second since 1970
 * @param headings what they are
 * @param values one for each heading, in seconds and bytes where the unit is a multiple of these;
 *     NaN where none is known
 * @param replayed whether it may have been written before, as it was read from a journal
 */
record Reading(long second, Headings headings, Values values, boolean replayed) {

    static Reading of(long second, Headings headings, List<Metric> metrics) {
        double[] values = new double[metrics.size()];
        for (int i = 0; i < values.length; i++) {
            Metric metric = metrics.get(i);
            values[i] = metric.value().orElse(Double.NaN) * metric.unit().factor();
        }
        return new Reading(second, headings, Values.of(values), false);
    }

    /** The same, which may have been written. */
    Reading again() {
        return new Reading(second, headings, values, true);
    }
}
