package dev.cadastre.server.web.page.chart;

import dev.cadastre.server.monitoring.series.SeriesLine;
import dev.cadastre.server.monitoring.series.Values;
import java.time.Instant;
import java.util.Locale;

/** Values over time as the path of an SVG; where a value is missing, the path is, too. */
final class Curve {

    private final SeriesLine line;
    private final TimeWindow window;
    private final Axis axis;
    private final double width;
    private final double height;

    Curve(SeriesLine line, TimeWindow window, Axis axis, double width, double height) {
        this.line = line;
        this.window = window;
        this.axis = axis;
        this.width = width;
        this.height = height;
    }

    /** Through the means. */
    String line() {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < line.average().size(); i++) {
            if (isShown(i)) {
                point(path, drawing ? 'L' : 'M', i, line.average());
                if (!drawing) {
                    // A single point between gaps is a dot, by the round ends of the line.
                    path.append("h.01");
                }
                drawing = true;
            } else {
                drawing = false;
            }
        }
        return path.toString();
    }

    /** Between the smallest and the largest values; empty if these are the means. */
    String band() {
        if (line.least().equals(line.most())) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        int i = 0;
        while (i < line.average().size()) {
            int end = i;
            while (end < line.average().size() && isShown(end)) {
                end++;
            }
            if (end > i + 1) {
                around(path, i, end);
            }
            i = Math.max(end, i + 1);
        }
        return path.toString();
    }

    private void around(StringBuilder path, int first, int end) {
        for (int i = first; i < end; i++) {
            point(path, i == first ? 'M' : 'L', i, line.most());
        }
        for (int i = end - 1; i >= first; i--) {
            point(path, 'L', i, line.least());
        }
        path.append('Z');
    }

    /** Whether a value is known and lies in the window. */
    private boolean isShown(int place) {
        return isShown(line, window, place);
    }

    static boolean isShown(SeriesLine line, TimeWindow window, int place) {
        return Double.isFinite(line.average().get(place))
                && Double.isFinite(line.least().get(place))
                && Double.isFinite(line.most().get(place))
                && window.holds(middle(line, place));
    }

    private static Instant middle(SeriesLine line, int place) {
        return line.start().plus(line.step().multipliedBy(2L * place + 1).dividedBy(2));
    }

    private void point(StringBuilder path, char command, int place, Values values) {
        path.append(command)
                .append(rounded(window.share(middle(line, place)) * width))
                .append(' ')
                .append(rounded(axis.down(values.get(place)) * height));
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
