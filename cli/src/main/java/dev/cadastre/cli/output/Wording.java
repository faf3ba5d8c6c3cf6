package dev.cadastre.cli.output;

import dev.cadastre.cli.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Values as one line of text. */
public final class Wording {

    private static final Set<String> TOLD_ELSEWHERE = Set.of("name", "since");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

    private Wording() {}

    /** A value; members are shown without their names, and without name and age. */
    public static String of(Json value) {
        return switch (value) {
            case Json.Items(var items) ->
                    items.stream().map(Wording::of).collect(Collectors.joining(", "));
            case Json.Members(var members) ->
                    members.entrySet().stream()
                            .filter(member -> !TOLD_ELSEWHERE.contains(member.getKey()))
                            .map(member -> of(member.getValue()))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" "));
            case Json.Text _, Json.Numeral _, Json.Truth _, Json.Nothing _ ->
                    value.text().orElse("");
        };
    }

    /** Members with their names; nothing for any other value. */
    public static String pairs(Json value) {
        return value instanceof Json.Members(var members)
                ? members.entrySet().stream()
                        .map(pair -> pair.getKey() + " " + of(pair.getValue()))
                        .collect(Collectors.joining(", "))
                : "";
    }

    /** A word of the API's enumerations for people: {@code KEY_CHANGED} is "key changed". */
    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A moment of the API in the reader's zone, with the offset; anything else as it is. */
    public static String moment(String text, ZoneId zone) {
        try {
            return LOCAL.format(Instant.parse(text).atZone(zone));
        } catch (DateTimeException _) {
            return text;
        }
    }
}
