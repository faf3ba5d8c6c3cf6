package dev.cadastre.cli.output;

import dev.cadastre.cli.json.Json;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One thing turned on its side: a line for each column that has something to show. */
final class Attributes {

    static final List<Column> COLUMNS =
            List.of(Column.of("ATTRIBUTE", "attribute"), Column.of("VALUE", "value"));

    private Attributes() {}

    static List<Json> of(Json answer, List<Column> columns, ZoneId zone) {
        return columns.stream()
                .map(column -> line(column, answer, zone))
                .filter(line -> !line.text("value").orElse("").isEmpty())
                .toList();
    }

    private static Json line(Column column, Json answer, ZoneId zone) {
        return new Json.Members(
                Map.of(
                        "attribute",
                        new Json.Text(Wording.word(column.title())),
                        "value",
                        new Json.Text(column.shown(answer, zone))));
    }
}
