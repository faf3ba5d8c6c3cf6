package dev.cadastre.api.monitor;

import org.jspecify.annotations.Nullable;

/**
 * A value that a check measured.
 *
 * @param label its name
 * @param value null if the check could not tell
 * @param unit as the check wrote it, such as {@code s} or {@code %}; null for a plain number
 * @param warning the range outside of which it is a warning, as Nagios plug-ins write it; null if
 *     none is told
 * @param critical the same for critical
 * @param min the least value there can be; null if that is not told
 * @param max the largest value there can be; null if that is not told
 */
public record MonitorMetric(
        String label,
        @Nullable Double value,
        @Nullable String unit,
        @Nullable String warning,
        @Nullable String critical,
        @Nullable Double min,
        @Nullable Double max) {}
