package dev.cadastre.bench;

import java.util.Locale;

/** A result as a table in Markdown. */
final class FigureTable {

    private FigureTable() {}

    /** The page with the table between its two marks, {@code <!-- NAME -->}, made anew. */
    static String replaced(String page, Result result) {
        String begin = "<!-- " + result.benchmark() + " -->\n";
        String end = "<!-- /" + result.benchmark() + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "the page has no place for %s: a line %s and a line %s"
                            .formatted(result.benchmark(), begin.strip(), end));
        }
        return page.substring(0, from + begin.length()) + of(result) + page.substring(to);
    }

    static String of(Result result) {
        StringBuilder text = new StringBuilder();
        text.append("| what | median [least..most] | p99 | wanted | |\n|---|---|---|---|---|\n");
        result.figures().forEach(figure -> text.append(row(figure)));
        return text.append('\n').append(circumstances(result)).append('\n').toString();
    }

    private static String row(Figure figure) {
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        figure.peer() ? "*" + figure.what() + "*" : figure.what(),
                        spread(figure),
                        figure.p99() == null ? "" : number(figure.p99()) + " " + figure.unit(),
                        wanted(figure),
                        verdict(figure));
    }

    private static String spread(Figure figure) {
        String median = number(figure.median()) + " " + figure.unit();
        return figure.samples() < 2
                ? median
                : "%s [%s..%s], %d×"
                        .formatted(
                                median,
                                number(figure.least()),
                                number(figure.most()),
                                figure.samples());
    }

    private static String wanted(Figure figure) {
        Figure.Wanted wanted = figure.wanted();
        if (wanted == null) {
            return "";
        }
        String relation =
                switch (wanted.measure()) {
                    case MEDIAN_AT_MOST -> "≤ ";
                    case P99_AT_MOST -> "p99 ≤ ";
                    case MEDIAN_AT_LEAST -> "≥ ";
                };
        return relation + number(wanted.bound()) + " " + figure.unit();
    }

    private static String verdict(Figure figure) {
        Double proportion = figure.proportion();
        return proportion == null
                ? ""
                : "%s, %s of it".formatted(figure.met() ? "met" : "**missed**", number(proportion));
    }

    private static String circumstances(Result result) {
        Machine machine = result.machine();
        return "%s, load %s before; %d × %s, %d MB, Linux %s; %s"
                .formatted(
                        result.at(),
                        number(result.load()),
                        machine.processors(),
                        machine.model(),
                        machine.memoryMb(),
                        machine.kernel(),
                        machine.versions());
    }

    /** Three significant digits. */
    static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
