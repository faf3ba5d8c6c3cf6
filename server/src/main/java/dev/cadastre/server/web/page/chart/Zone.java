package dev.cadastre.server.web.page.chart;

import dev.cadastre.plugin.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Heights at which a value is judged to be a problem.
 *
 * @param mark the class of the state it has then
 * @param y the upper end, in the drawing's own units
 * @param height how high it is
 */
public record Zone(String mark, String y, String height) {

    /** Those of a threshold as a plug-in writes it, as far as they are in sight. */
    static List<Zone> of(String threshold, String mark, Axis axis, double full) {
        List<Zone> zones = new ArrayList<>();
        Range.parse(threshold)
                .ifPresent(range -> {
                    if (range.inside()) {
                        add(zones, mark, range.start(), range.end(), axis, full);
                    } else {
                        add(zones, mark, Double.NEGATIVE_INFINITY, range.start(), axis, full);
                        add(zones, mark, range.end(), Double.POSITIVE_INFINITY, axis, full);
                    }
                });
        return zones;
    }

    private static void add(
            List<Zone> zones, String mark, double from, double to, Axis axis, double full) {
        double top = axis.down(Math.min(to, axis.high())) * full;
        double bottom = axis.down(Math.max(from, axis.low())) * full;
        if (bottom - top > 0.5) {
            zones.add(new Zone(mark, rounded(top), rounded(bottom - top)));
        }
    }

    /** The finite ends of a threshold. */
    static List<Double> limits(String threshold) {
        return Range.parse(threshold).stream()
                .flatMap(range -> List.of(range.start(), range.end()).stream())
                .filter(Double::isFinite)
                .filter(limit -> limit != 0)
                .toList();
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
