package dev.cadastre.cli.output;

import dev.cadastre.cli.json.Json;
import java.time.ZoneId;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One column of a table.
 *
 * @param title its heading
 * @param text what an item has there; empty where it has nothing. It passes each moment of the
 *     API's through what it is given
 * @param mark how that stands out
 */
public record Column(
        String title,
        BiFunction<Json, UnaryOperator<String>, String> text,
        Function<Json, Mark> mark) {

    /** A column that shows a member of each item as it is. */
    public static Column of(String title, String... names) {
        return of(title, item -> Wording.of(item.at(names)));
    }

    /** A column that makes up its text, without any moment. */
    public static Column of(String title, Function<Json, String> value) {
        return telling(title, (item, _) -> value.apply(item));
    }

    /** A column that shows a word of the API's enumerations. */
    public static Column word(String title, String... names) {
        return of(title, item -> Wording.word(item.text(names).orElse("")));
    }

    /** A column that shows members with their names. */
    public static Column pairs(String title, String... names) {
        return of(title, item -> Wording.pairs(item.at(names)));
    }

    /** A column that shows a moment. */
    public static Column moment(String title, String... names) {
        return telling(title, (item, moments) -> moments.apply(item.text(names).orElse("")));
    }

    /** A column that makes up its text, with moments in it. */
    public static Column telling(
            String title, BiFunction<Json, UnaryOperator<String>, String> text) {
        return new Column(title, text, _ -> Mark.NONE);
    }

    /** The same column with its texts marked. */
    public Column marked(Function<Json, Mark> by) {
        return new Column(title, text, by);
    }

    /** What an item has there for programs: moments are as the API tells them. */
    String value(Json item) {
        return text.apply(item, UnaryOperator.identity());
    }

    /** What an item has there for people: moments are in their zone. */
    String shown(Json item, ZoneId zone) {
        return text.apply(item, moment -> Wording.moment(moment, zone));
    }
}
