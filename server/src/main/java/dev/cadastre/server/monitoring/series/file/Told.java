package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Metric;
import java.util.List;

/**
 * A result as it was handed in.
 *
 * @param second of its values
 * @param now when it was handed in
 */
record Told(long monitor, long second, long now, List<Metric> metrics) {}
