package dev.cadastre.api.monitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a monitor over time. The point at a place stands for one step from {@code start} plus
 * that many steps on; null is a gap.
 *
 * @param label its name
 * @param unit of the value and of all that it is compared with; empty for a plain number
 * @param rate whether it is how much a counter adds by the second
 * @param warning when it is a warning, as the plug-in wrote it; empty if never
 * @param critical when it is critical, likewise
 * @param start of the first point
 * @param step between the points, such as {@code 5m}
 * @param extremes how true {@code least} and {@code most} are
 * @param average the mean of what is known
 * @param least the smallest value
 * @param most the largest value
 */
public record MonitorSeries(
        String label,
        String unit,
        boolean rate,
        String warning,
        String critical,
        Instant start,
        String step,
        Extremes extremes,
        List<@Nullable Double> average,
        List<@Nullable Double> least,
        List<@Nullable Double> most) {

    /** How true the extremes of a line are. */
    public enum Extremes {
        /** They are those of the values as they came in, one for each step. */
        IN_FULL,
        /** They are those of means; shorter peaks are not seen. */
        AVERAGES,
        /** They were kept beside the means, so that no peak is missed. */
        EXTREMES
    }
}
