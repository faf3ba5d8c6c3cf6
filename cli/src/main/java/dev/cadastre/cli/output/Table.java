package dev.cadastre.cli.output;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.text.Printable;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Items in aligned columns, two spaces apart. */
public final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final ZoneId zone;
    private final boolean colours;

    /** Moments are shown in {@code zone}; {@code colours} is for terminals only. */
    public Table(List<Column> columns, ZoneId zone, boolean colours) {
        this.columns = List.copyOf(columns);
        this.zone = zone;
        this.colours = colours;
    }

    /** The heading and one line for each item; every line ends with a line feed. */
    public String render(List<Json> items) {
        List<List<Cell>> rows = items.stream().map(this::cells).toList();
        List<Cell> heading =
                columns.stream().map(column -> new Cell(column.title(), Mark.HEADING)).toList();
        int[] widths =
                IntStream.range(0, columns.size())
                        .map(column -> widest(column, heading, rows))
                        .toArray();
        var out = new StringBuilder();
        line(out, heading, widths);
        rows.forEach(row -> line(out, row, widths));
        return out.toString();
    }

    private List<Cell> cells(Json item) {
        return columns.stream().map(column -> cell(column, item)).toList();
    }

    private Cell cell(Column column, Json item) {
        return new Cell(Printable.escape(column.shown(item, zone)), column.mark().apply(item));
    }

    private static int widest(int column, List<Cell> heading, List<List<Cell>> rows) {
        return rows.stream()
                .mapToInt(row -> row.get(column).width())
                .reduce(heading.get(column).width(), Math::max);
    }

    private void line(StringBuilder out, List<Cell> cells, int[] widths) {
        String line =
                IntStream.range(0, cells.size())
                        .mapToObj(column -> padded(cells.get(column), widths[column]))
                        .collect(Collectors.joining(GAP));
        out.append(line.stripTrailing()).append('\n');
    }

    private String padded(Cell cell, int width) {
        String text = colours ? cell.mark().paint(cell.text()) : cell.text();
        return text + " ".repeat(width - cell.width());
    }

    private record Cell(String text, Mark mark) {
        int width() {
            return Printable.width(text);
        }
    }
}
