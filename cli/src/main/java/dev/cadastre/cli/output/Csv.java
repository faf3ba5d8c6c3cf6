package dev.cadastre.cli.output;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.text.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Items as comma-separated values (RFC 4180, lines ended by a line feed alone). */
public final class Csv {

    private Csv() {}

    /** The titles and one line for each item. */
    public static String render(List<Column> columns, List<Json> items) {
        var out = new StringBuilder();
        out.append(line(columns.stream().map(column -> Wording.word(column.title())).toList()));
        for (Json item : items) {
            out.append(line(columns.stream().map(column -> column.value(item)).toList()));
        }
        return out.toString();
    }

    private static String line(List<String> values) {
        return values.stream()
                .map(Printable::escape)
                .map(Csv::quoted)
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == '"' || c == ',');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
