package dev.cadastre.parcel.parameters;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Schemas that say something, and objects that they may be asked about. */
final class RandomSchemas {

    private static final List<String> NAMES = List.of("a", "b", "c");

    private RandomSchemas() {}

    /** Of a text, a number and an array, with definitions that refer to later ones. */
    static Arbitrary<String> schemas() {
        Arbitrary<String> top =
                Arbitraries.oneOf(keywords(1), Arbitraries.just("\"minProperties\":0"));
        return Combinators.combine(keywords(2).list().ofSize(3), top, schema(1), schema(1))
                .as(RandomSchemas::top);
    }

    private static String top(List<String> each, String top, String first, String second) {
        return """
        {"properties": {"a": %s, "b": %s, "c": %s},
         "allOf": [{%s}],
         "$defs": {
           "first": {"anyOf": [%s, {"$ref": "#/$defs/second"}]},
           "second": %s
         }}
        """
                .formatted(
                        parameter("\"type\":\"string\"", each.get(0)),
                        parameter("\"type\":\"number\"", each.get(1)),
                        parameter(
                                "\"type\":\"array\",\"items\":{\"type\":\"string\"}", each.get(2)),
                        top,
                        withoutReferences(first),
                        withoutReferences(second));
    }

    private static String withoutReferences(String schema) {
        return schema.replaceAll("\"\\$ref\":\"[^\"]*\"", "\"minLength\":1");
    }

    /** No keyword stands twice, and no other type beside the first. */
    private static String parameter(String type, String keywords) {
        return "{" + type + "," + keywords.replaceAll("\"(items|type)\":", "\"x-$1\":") + "}";
    }

    private static Arbitrary<String> schema(int depth) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of("true", "false")),
                Tuple.of(8, keywords(depth).map(keywords -> "{" + keywords + "}")));
    }

    /** Each of them once at most, divided by commas. */
    private static Arbitrary<String> keywords(int depth) {
        Arbitrary<String> keyword =
                depth == 0 ? plain() : Arbitraries.oneOf(plain(), holding(depth));
        return keyword.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(text -> text.substring(0, text.indexOf(':')))
                .map(list -> String.join(",", list));
    }

    private static Arbitrary<String> plain() {
        Arbitrary<Integer> count = Arbitraries.integers().between(0, 3);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of(
                                        "minimum",
                                        "maximum",
                                        "exclusiveMinimum",
                                        "exclusiveMaximum",
                                        "minLength",
                                        "maxLength",
                                        "minItems",
                                        "maxItems",
                                        "minProperties",
                                        "maxProperties"),
                                count)
                        .as("\"%s\":%d"::formatted),
                Arbitraries.of("1", "2", "0.5").map("\"multipleOf\":%s"::formatted),
                Arbitraries.of("^a", "b$", "[ab]c?", "^(a|b)+$", "1")
                        .map("\"pattern\":\"%s\""::formatted),
                value().map("\"const\":%s"::formatted),
                value().list().ofMinSize(1).ofMaxSize(3).map(list -> "\"enum\":" + list),
                Arbitraries.of("\"uniqueItems\":true", "\"$ref\":\"#/$defs/first\""),
                Arbitraries.of(NAMES).map("\"required\":[\"%s\"]"::formatted),
                Arbitraries.of(NAMES).map("\"dependentRequired\":{\"a\":[\"%s\"]}"::formatted),
                Arbitraries.of("string", "integer", "array", "object", "null")
                        .map("\"type\":\"%s\""::formatted));
    }

    private static Arbitrary<String> holding(int depth) {
        Arbitrary<String> below = Arbitraries.lazy(() -> schema(depth - 1));
        Arbitrary<List<String>> some = below.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("allOf", "anyOf", "oneOf", "prefixItems"), some)
                        .as((keyword, list) -> "\"%s\":%s".formatted(keyword, list)),
                Combinators.combine(
                                Arbitraries.of(
                                        "not",
                                        "items",
                                        "contains",
                                        "propertyNames",
                                        "additionalProperties"),
                                below)
                        .as("\"%s\":%s"::formatted),
                Combinators.combine(below, below, below)
                        .as("\"if\":%s,\"then\":%s,\"else\":%s"::formatted),
                Combinators.combine(Arbitraries.of("properties", "dependentSchemas"), below)
                        .as("\"%s\":{\"a\":%s}"::formatted),
                below.map("\"patternProperties\":{\"^[ab]\":%s}"::formatted));
    }

    /** Objects with some of the three, which mostly are what they should be. */
    static Arbitrary<String> instances() {
        return Combinators.combine(
                        member("a", strings()), member("b", numbers()), member("c", arrays()))
                .as((a, b, c) ->
                        Stream.of(a, b, c)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(",", "{", "}")));
    }

    private static Arbitrary<String> member(String name, Arbitrary<String> usual) {
        return Arbitraries.frequencyOf(
                Tuple.of(5, usual.map(value -> "\"%s\":%s".formatted(name, value))),
                Tuple.of(1, value().map(value -> "\"%s\":%s".formatted(name, value))),
                Tuple.of(5, Arbitraries.just("")));
    }

    private static Arbitrary<String> strings() {
        return Arbitraries.of("\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"1\"", "\"bb\"");
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.of("0", "1", "2", "3.0", "0.5", "-1", "4");
    }

    private static Arbitrary<String> arrays() {
        return strings().list().ofMaxSize(3).map(List::toString);
    }

    private static Arbitrary<String> value() {
        return Arbitraries.oneOf(
                strings(), numbers(), arrays(), Arbitraries.of("true", "false", "null"));
    }
}
