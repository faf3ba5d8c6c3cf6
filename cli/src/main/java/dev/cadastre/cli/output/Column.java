package dev.cadastre.cli.output;

import dev.cadastre.cli.json.Json;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param title its heading in tables, and in CSV
 * @param value what an item shows there; empty where it has nothing
 * @param mark how bad that is, for colour
 */
public record Column(String title, Function<Json, String> value, Function<Json, Mark> mark) {

    /** A column that shows a member of each item as it is. */
    public static Column of(String title, String... names) {
        return of(title, item -> item.text(names).orElse(""));
    }

    /** A column that makes up its text. */
    public static Column of(String title, Function<Json, String> value) {
        return new Column(title, value, _ -> Mark.NONE);
    }

    /** The same column with its texts marked. */
    public Column marked(Function<Json, Mark> by) {
        return new Column(title, value, by);
    }
}
