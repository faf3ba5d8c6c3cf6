package dev.cadastre.server.monitoring.check;

import java.util.Map;

/**
 * A value that something shows to Prometheus.
 *
 * @param name of the metric; for parts of a histogram with its ending, as it is written
 * @param labels by name
 * @param value may be infinite, or no number
 */
record Sample(String name, Map<String, String> labels, double value) {

    Sample {
        labels = Map.copyOf(labels);
    }
}
