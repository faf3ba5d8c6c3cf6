package dev.cadastre.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of Markdown in columns, two spaces apart. Where it is too wide, its widest columns give
 * way and their cells go on below; where it has too many columns for that, each cell has a line.
 */
final class MarkdownTable {

    private static final String GAP = "  ";
    private static final int LEAST = 8;

    private final List<List<MarkedLine>> rows;
    private final int columns;
    private final boolean colours;

    MarkdownTable(List<List<String>> rows, boolean colours) {
        this.colours = colours;
        this.rows =
                rows.stream()
                        .map(row ->
                                row.stream().map(cell -> new MarkedLine(cell, colours)).toList())
                        .toList();
        this.columns = rows.stream().mapToInt(List::size).max().orElse(0);
    }

    List<String> lines(int width) {
        if (columns * (LEAST + GAP.length()) > width) {
            return rows.stream()
                    .flatMap(row -> row.stream().flatMap(cell -> cell.wrapped(width).stream()))
                    .toList();
        }
        int[] widths = widths(width - (columns - 1) * GAP.length());
        List<String> lines = new ArrayList<>();
        boolean first = true;
        for (List<MarkedLine> row : rows) {
            if (row.stream().anyMatch(cell -> cell.width() > 0)) {
                lines.addAll(lines(row, widths, first && colours));
            }
            first = false;
        }
        return lines;
    }

    private int[] widths(int room) {
        int[] widths = new int[columns];
        int[] least = new int[columns];
        for (List<MarkedLine> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.min(Math.max(widths[i], row.get(i).width()), room);
                int word = Math.min(row.get(i).widestWord(), room / columns);
                least[i] = Math.max(least[i], Math.max(word, LEAST));
            }
        }
        while (Arrays.stream(widths).sum() > room) {
            widths[giving(widths, least)]--;
        }
        return widths;
    }

    /** The widest column that can do with less, or just the widest. */
    private static int giving(int[] widths, int[] least) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        for (int i = 0; widest < 0 && i < widths.length; i++) {
            if (Arrays.stream(widths).max().orElse(0) == widths[i]) {
                widest = i;
            }
        }
        return widest;
    }

    private static List<String> lines(List<MarkedLine> row, int[] widths, boolean bold) {
        List<List<MarkedLine.Fitted>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.get(i).fitted(widths[i]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            var text = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                MarkedLine.Fitted cell =
                        line < cells.get(i).size()
                                ? cells.get(i).get(line)
                                : MarkedLine.Fitted.EMPTY;
                text.append(i == 0 ? "" : GAP)
                        .append(bold ? Mark.HEADING.paint(cell.text()) : cell.text())
                        .append(" ".repeat(Math.max(0, widths[i] - cell.width())));
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }
}
