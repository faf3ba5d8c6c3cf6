package dev.cadastre.server.web.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.series.SeriesSample;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    private static String sample(Map<String, String> labels, double value) throws IOException {
        StringBuilder out = new StringBuilder();
        new MetricsText(out).sample(new SeriesSample(new TreeMap<>(labels), 0, value));
        return out.toString();
    }

    @Test
    void escapesWhatWouldEndALabelOrALine() throws IOException {
        assertThat(sample(Map.of("__name__", "m", "label", "a\"b\\c\nd"), 1.5))
                .isEqualTo("m{label=\"a\\\"b\\\\c\\nd\"} 1.5\n");
    }

    @Test
    void writesASampleWithoutLabelsAndOneWithoutBounds() throws IOException {
        assertThat(sample(Map.of("__name__", "m"), Double.POSITIVE_INFINITY)).isEqualTo("m +Inf\n");
        assertThat(sample(Map.of("__name__", "m"), Double.NEGATIVE_INFINITY)).isEqualTo("m -Inf\n");
        assertThat(sample(Map.of("__name__", "m"), Double.NaN)).isEqualTo("m NaN\n");
    }

    @Test
    void saysWhatAMetricIsInOneLine() throws IOException {
        StringBuilder out = new StringBuilder();
        new MetricsText(out).gauge("m", "first \"line\"\nsecond");
        assertThat(out).hasToString("# HELP m first \"line\"\\nsecond\n# TYPE m gauge\n");
    }
}
