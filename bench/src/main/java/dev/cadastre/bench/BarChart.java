package dev.cadastre.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Figures as bars, a scale of its own for each unit: ours dark, others' light, a line from the
 * least to the most, and a mark at what was wanted. Readable on light and dark ground.
 */
final class BarChart {

    private static final int WIDTH = 860;
    private static final int ROW = 30;
    private static final int LABEL = 330;
    private static final int NUMBERS = 110;
    private static final int TOP = 12;
    private static final String STYLE =
            """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #1c2024; }
            .ours { fill: #2f6f8f; } .peer { fill: #b9c0c7; }
            .spread { stroke: #1c2024; } .wanted { stroke: #b3261e; stroke-width: 2; }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6e8ea; } .peer { fill: #5b646d; } .spread { stroke: #e6e8ea; } }
            </style>
            """;

    private BarChart() {}

    static String of(List<Figure> figures) {
        StringBuilder svg = new StringBuilder();
        int height = TOP * 2 + figures.size() * ROW;
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
                        .formatted(WIDTH, height));
        svg.append("<title>").append(escaped(told(figures))).append("</title>\n").append(STYLE);
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            svg.append(row(figure, TOP + i * ROW, scale(figures, figure.unit())));
        }
        return svg.append("</svg>\n").toString();
    }

    /** Pixels for one of the unit. */
    private static double scale(List<Figure> figures, String unit) {
        double longest =
                figures.stream()
                        .filter(figure -> figure.unit().equals(unit))
                        .mapToDouble(BarChart::reach)
                        .max()
                        .orElse(1);
        return (WIDTH - LABEL - NUMBERS) / longest;
    }

    private static double reach(Figure figure) {
        // What a few of many took would make all bars short; the median is what is compared.
        double end = figure.p99() == null ? figure.most() : figure.p99();
        return figure.wanted() == null ? end : Math.max(end, figure.wanted().bound());
    }

    private static String row(Figure figure, int y, double scale) {
        double middle = y + ROW / 2.0;
        StringBuilder row = new StringBuilder();
        row.append(text(LABEL - 10, middle, "end", figure.what()));
        row.append(
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                        figure.peer() ? "peer" : "ours",
                        LABEL,
                        y + 5,
                        figure.median() * scale,
                        ROW - 10));
        double end = figure.p99() == null ? figure.most() : figure.p99();
        row.append(line("spread", figure.least() * scale, middle, end * scale, middle));
        if (figure.wanted() != null) {
            double x = figure.wanted().bound() * scale;
            row.append(line("wanted", x, y + 2.0, x, y + ROW - 2.0));
        }
        String value = FigureTable.number(figure.median()) + " " + figure.unit();
        return row.append(text(LABEL + reach(figure) * scale + 8, middle, "start", value))
                .toString();
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" dominant-baseline=\"central\">%s</text>%n",
                x,
                y,
                anchor,
                escaped(text));
    }

    private static String line(String kind, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                LABEL + x1,
                y1,
                LABEL + x2,
                y2);
    }

    /** The chart for those who do not see it. */
    private static String told(List<Figure> figures) {
        return figures.stream()
                .map(figure ->
                        figure.what()
                                + " "
                                + FigureTable.number(figure.median())
                                + " "
                                + figure.unit())
                .collect(Collectors.joining("; "));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
