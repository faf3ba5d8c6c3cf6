package dev.cadastre.cli.output;

import dev.cadastre.cli.json.Json;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param title its heading
 * @param value what an item has there; empty where it has nothing
 * @param mark how that stands out
 * @param moment whether it is a time, which tables show in the reader's zone
 */
public record Column(
        String title, Function<Json, String> value, Function<Json, Mark> mark, boolean moment) {

    /** A column that shows a member of each item as it is. */
    public static Column of(String title, String... names) {
        return of(title, item -> Wording.of(item.at(names)));
    }

    /** A column that makes up its text. */
    public static Column of(String title, Function<Json, String> value) {
        return new Column(title, value, _ -> Mark.NONE, false);
    }

    /** A column that shows a moment. */
    public static Column moment(String title, String... names) {
        return new Column(title, item -> item.text(names).orElse(""), _ -> Mark.NONE, true);
    }

    /** The same column with its texts marked. */
    public Column marked(Function<Json, Mark> by) {
        return new Column(title, value, by, moment);
    }
}
