package dev.cadastre.server.web.page.chart;

import dev.cadastre.server.monitoring.series.SeriesLabel;
import dev.cadastre.server.monitoring.series.SeriesLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One value over time, ready to be drawn {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param label the value's name
 * @param line the path of the means
 * @param band the path around the smallest and largest values; empty if they are the same
 * @param levels round values with their heights
 * @param zones where it is a problem
 * @param limits the thresholds in words; empty if there are none
 * @param last the last value that is known; null if none is
 * @param least the smallest value
 * @param mean the mean of what is known
 * @param most the largest value
 * @param start of the first point
 * @param step between the points, in milliseconds
 * @param texts what each point tells, empty for gaps
 */
public record Chart(
        String label,
        String line,
        String band,
        List<Level> levels,
        List<Zone> zones,
        String limits,
        @Nullable String last,
        @Nullable String least,
        @Nullable String mean,
        @Nullable String most,
        Instant start,
        long step,
        String texts) {

    static final int WIDTH = 1000;
    static final int HEIGHT = 140;

    /** Between the texts of points, which are numbers with units of any name. */
    private static final String BETWEEN = "\n";

    /** A round value, and how far from the top it is drawn. */
    public record Level(String y, String text) {}

    /** Of a line; says so if nothing is known of it in the window. */
    public static Chart of(SeriesLine line, TimeWindow window) {
        int[] known =
                IntStream.range(0, line.average().size())
                        .filter(place -> Curve.isShown(line, window, place))
                        .toArray();
        SeriesLabel label = line.label();
        Amounts amounts = Amounts.of(label.unit());
        String limits = limits(label);
        if (known.length == 0) {
            return new Chart(
                    label.label(),
                    "",
                    "",
                    List.of(),
                    List.of(),
                    limits,
                    null,
                    null,
                    null,
                    null,
                    line.start(),
                    line.step().toMillis(),
                    "");
        }
        double least = IntStream.of(known).mapToDouble(line.least()::get).min().orElseThrow();
        double most = IntStream.of(known).mapToDouble(line.most()::get).max().orElseThrow();
        double mean = IntStream.of(known).mapToDouble(line.average()::get).average().orElseThrow();
        Axis axis = Axis.of(least, most, limitsShown(label), label.unit());
        Curve curve = new Curve(line, window, axis, WIDTH, HEIGHT);
        return new Chart(
                label.label(),
                curve.line(),
                curve.band(),
                levels(axis, amounts),
                zones(label, axis),
                limits,
                amounts.text(line.average().get(known[known.length - 1])),
                amounts.text(least),
                amounts.text(mean),
                amounts.text(most),
                line.start(),
                line.step().toMillis(),
                texts(line, window, amounts));
    }

    private static List<Level> levels(Axis axis, Amounts amounts) {
        Amounts.Scale scale = amounts.scale(Math.max(Math.abs(axis.low()), Math.abs(axis.high())));
        return axis.ticks().stream()
                .map(tick ->
                        new Level(
                                String.format(Locale.ROOT, "%.1f", axis.down(tick) * HEIGHT),
                                scale.text(tick)))
                .toList();
    }

    /** A rate is not what the plug-in compares with its thresholds. */
    private static List<Double> limitsShown(SeriesLabel label) {
        List<Double> limits = new ArrayList<>();
        if (!label.isRate()) {
            limits.addAll(Zone.limits(label.warning()));
            limits.addAll(Zone.limits(label.critical()));
        }
        return limits;
    }

    private static List<Zone> zones(SeriesLabel label, Axis axis) {
        List<Zone> zones = new ArrayList<>();
        if (!label.isRate()) {
            zones.addAll(Zone.of(label.warning(), "warn", axis, HEIGHT));
            zones.addAll(Zone.of(label.critical(), "crit", axis, HEIGHT));
        }
        return zones;
    }

    private static String limits(SeriesLabel label) {
        List<String> parts = new ArrayList<>();
        if (!label.warning().isEmpty()) {
            parts.add("warning at " + label.warning());
        }
        if (!label.critical().isEmpty()) {
            parts.add("critical at " + label.critical());
        }
        return String.join(", ", parts);
    }

    private static String texts(SeriesLine line, TimeWindow window, Amounts amounts) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < line.average().size(); i++) {
            texts.add(Curve.isShown(line, window, i) ? text(line, amounts, i) : "");
        }
        return String.join(BETWEEN, texts);
    }

    private static String text(SeriesLine line, Amounts amounts, int place) {
        String mean = amounts.text(line.average().get(place));
        String least = amounts.text(line.least().get(place));
        String most = amounts.text(line.most().get(place));
        return least.equals(most) ? mean : mean + " (" + least + " to " + most + ")";
    }
}
