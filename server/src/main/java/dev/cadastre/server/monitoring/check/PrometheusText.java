package dev.cadastre.server.monitoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a text that something shows to Prometheus.
 *
 * @param values of the samples that were looked for, in their order
 * @param samples how many there are altogether
 * @param strange how many lines are none
 * @param first of these; empty if there is none
 */
record PrometheusText(List<Double> values, long samples, long strange, String first) {

    PrometheusText {
        values = List.copyOf(values);
    }

    /** Reads a text line by line; keeps nothing of what is not looked for. */
    static PrometheusText read(String text, Selector wanted, Course course) throws CheckFailure {
        List<Double> values = new ArrayList<>();
        long samples = 0;
        long strange = 0;
        String first = "";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Optional<Sample> sample = SampleLine.parse(line.strip());
            if (sample.isEmpty()) {
                first = strange++ == 0 ? line : first;
                continue;
            }
            samples++;
            if (wanted.selects(sample.get(), course)) {
                values.add(sample.get().value());
            }
        }
        return new PrometheusText(values, samples, strange, first);
    }
}
