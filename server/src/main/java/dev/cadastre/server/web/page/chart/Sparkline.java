package dev.cadastre.server.web.page.chart;

import dev.cadastre.server.monitoring.series.SeriesLine;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a value went, without an axis, {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param line the path of the means
 * @param words what it shows, for who does not see it
 * @param last the last value
 */
public record Sparkline(String line, String words, String last) {

    static final int WIDTH = 120;
    static final int HEIGHT = 20;

    /** Of a line; null if nothing is known of it in the window. */
    public static @Nullable Sparkline of(SeriesLine line, TimeWindow window) {
        int[] known =
                IntStream.range(0, line.average().size())
                        .filter(place -> Curve.isShown(line, window, place))
                        .toArray();
        if (known.length == 0) {
            return null;
        }
        double least = IntStream.of(known).mapToDouble(line.average()::get).min().orElseThrow();
        double most = IntStream.of(known).mapToDouble(line.average()::get).max().orElseThrow();
        double room = least == most ? Math.max(1, Math.abs(least)) : (most - least) * 0.1;
        Axis axis = new Axis(least - room, most + room, List.of());
        Amounts amounts = Amounts.of(line.label().unit());
        String last = amounts.text(line.average().get(known[known.length - 1]));
        return new Sparkline(
                new Curve(line, window, axis, WIDTH, HEIGHT).line(),
                "%s: %s now, from %s to %s in this time"
                        .formatted(
                                line.label().label(),
                                last,
                                amounts.text(least),
                                amounts.text(most)),
                last);
    }
}
