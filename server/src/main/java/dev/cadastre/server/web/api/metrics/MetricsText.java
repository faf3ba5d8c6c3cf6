package dev.cadastre.server.web.api.metrics;

import dev.cadastre.server.monitoring.series.SeriesSample;
import java.io.IOException;
import java.util.Map;

/** Writes the text format 0.0.4 of Prometheus. For one thread. */
final class MetricsText {

    static final String MEDIA_TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private final Appendable out;

    MetricsText(Appendable out) {
        this.out = out;
    }

    /** Begins a metric, of which all samples have to follow. */
    void gauge(String name, String help) throws IOException {
        out.append("# HELP ").append(name).append(' ').append(escaped(help, false)).append('\n');
        out.append("# TYPE ").append(name).append(" gauge\n");
    }

    /** One sample of the metric; its time is when it is scraped. */
    void sample(SeriesSample sample) throws IOException {
        out.append(sample.labels().getOrDefault(SeriesSample.NAME, ""));
        char separator = '{';
        for (Map.Entry<String, String> label : sample.labels().entrySet()) {
            if (!label.getKey().equals(SeriesSample.NAME)) {
                out.append(separator)
                        .append(label.getKey())
                        .append("=\"")
                        .append(escaped(label.getValue(), true))
                        .append('"');
                separator = ',';
            }
        }
        if (separator == ',') {
            out.append('}');
        }
        out.append(' ').append(number(sample.value())).append('\n');
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }

    private static String escaped(String text, boolean quoted) {
        String lines = text.replace("\\", "\\\\").replace("\n", "\\n");
        return quoted ? lines.replace("\"", "\\\"") : lines;
    }
}
