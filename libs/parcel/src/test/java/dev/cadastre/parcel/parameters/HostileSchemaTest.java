package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas made to make their reader work. None of them takes noticeable time. */
class HostileSchemaTest {

    private static String definitions(int count, IntFunction<String> each) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"d%d\": %s".formatted(i, each.apply(i)))
                .collect(Collectors.joining(",\n"));
    }

    private static String withDefinitions(int count, IntFunction<String> each) {
        return """
        {"properties": {"a": {"type": "string", "default": "x", "$ref": "#/$defs/d0"}},
         "$defs": {%s}}
        """
                .formatted(definitions(count, each));
    }

    @Test
    void countsWhatDoublesWithEachReference() {
        String laughs =
                withDefinitions(
                        31,
                        i ->
                                i == 30
                                        ? "{}"
                                        : "{\"allOf\": [{\"$ref\": \"#/$defs/d%1$d\"},{\"$ref\": \"#/$defs/d%1$d\"}]}"
                                                .formatted(i + 1));

        assertThat(Schemas.codes(laughs)).containsExactly("parcel.schema-too-large");
    }

    @Test
    void takesAsManySchemasAsThereMayBeAndNoMore() {
        assertThat(Schemas.reading(wide(28)).problems()).isEmpty();
        assertThat(Schemas.reading(wide(60)).problems())
                .singleElement()
                .extracting("message")
                .isEqualTo("with each $ref replaced there are more than 100,000 schemas");
    }

    /** Three times in each other as many references to the same, and so not deep. */
    private static String wide(int references) {
        return withDefinitions(
                4,
                i -> {
                    String next = "{\"$ref\": \"#/$defs/d%d\"}".formatted(i + 1);
                    String all = String.join(",", Collections.nCopies(references, next));
                    return i == 3 ? "{\"minLength\": 1}" : "{\"allOf\": [%s]}".formatted(all);
                });
    }

    @Test
    void refusesLongChainsOfReferences() {
        String chain =
                withDefinitions(
                        4_000,
                        i -> i == 3_999 ? "{}" : "{\"$ref\": \"#/$defs/d%d\"}".formatted(i + 1));

        assertThat(Schemas.codes(chain)).containsExactly("parcel.schema-too-large");
    }

    @Test
    void findsTheRoundThatLeadsThroughThousandsOfReferences() {
        String round =
                withDefinitions(
                        4_000, i -> "{\"$ref\": \"#/$defs/d%d\"}".formatted((i + 1) % 4_000));

        assertThat(Schemas.codes(round))
                .containsExactly("parcel.schema-endless", "ini.more-problems");
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1_000, 100_000})
    void refusesWhatIsNestedDeep(int depth) {
        String arrays = "[".repeat(depth) + "]".repeat(depth);
        String schemas = "{\"not\":".repeat(depth / 10) + "{}" + "}".repeat(depth / 10);

        assertThat(Schemas.codes(arrays)).containsExactly("parcel.schema-too-large");
        assertThat(Schemas.reading(schemas).problems().isEmpty()).isEqualTo(depth == 33);
    }

    @Test
    void takesWhatIsNestedAsDeepAsItMayBe() {
        assertThat(Schemas.codes("{\"not\":".repeat(31) + "{}" + "}".repeat(31))).isEmpty();
        assertThat(Schemas.codes("{\"not\":".repeat(32) + "{}" + "}".repeat(32)))
                .containsExactly("parcel.schema-too-large");
    }

    @Test
    void refusesWhatIsLongerThanATextMayBe() {
        String text = "{}" + " ".repeat(JsonReader.LARGEST);

        assertThat(Schemas.codes(text)).containsExactly("parcel.schema-too-large");
        assertThat(Schemas.codes(text.substring(0, JsonReader.LARGEST))).isEmpty();
    }

    @Test
    void takesTextsThatAreOneLongList() {
        String many = "[" + "true,".repeat(40_000) + "true]";

        assertThat(Schemas.codes("{\"allOf\": %s}".formatted(many))).isEmpty();
        assertThat(Schemas.codes("{\"enum\": %s}".formatted(many))).isEmpty();
        assertThat(Schemas.codes("{\"required\": %s}".formatted(many)))
                .contains("parcel.schema-wrong");
    }

    @Test
    void saysOfManyWrongSchemasAThousand() {
        String wrong = "{\"allOf\": [" + "5,".repeat(40_000) + "5]}";

        assertThat(Schemas.reading(wrong).problems()).hasSizeBetween(1_000, 1_001);
    }

    @Test
    void refusesMoreThanAThousandParameters() {
        String names =
                IntStream.range(0, 1_001)
                        .mapToObj(i -> "\"p%d\":{\"type\":\"string\"}".formatted(i))
                        .collect(Collectors.joining(","));

        assertThat(Schemas.codes("{\"properties\":{" + names + "}}"))
                .containsExactly("parcel.schema-too-large");
    }

    @Test
    void answersPatternsThatOthersTakeForeverFor() {
        ParameterSchema schema =
                Schemas.good(
                        """
                        {"properties": {"a": {"type": "string", "pattern": "^(([a-z])+.)+[A-Z]([a-z])+$"}}}
                        """);
        Given given = Given.text("a".repeat(60_000), new Origin("command line", 0));

        ParameterValuesReading reading =
                Layers.of(List.of(schema))
                        .with(Layer.of("command line", Map.of("a", given)))
                        .resolve(new FileSources(""));

        assertThat(reading.problems())
                .singleElement()
                .extracting("code")
                .isEqualTo("parameter.value");
    }

    @Test
    void refusesPatternsThatAreSpeltOutToMillions() {
        String patterns =
                IntStream.range(0, 200)
                        .mapToObj(i -> "{\"pattern\": \"x{999}y{%d}\"}".formatted(700 + i))
                        .collect(Collectors.joining(","));

        assertThat(Schemas.codes("{\"allOf\": [" + patterns + "]}"))
                .containsExactly("parcel.pattern-wrong");
        assertThat(Schemas.codes("{\"pattern\": \"%s\"}".formatted("(".repeat(900))))
                .containsExactly("parcel.pattern-wrong");
        assertThat(Schemas.codes("{\"pattern\": \"%s\"}".formatted("x".repeat(1_001))))
                .containsExactly("parcel.pattern-wrong");
        assertThat(Schemas.codes("{\"pattern\": \"((x{100}){100}){100}\"}"))
                .containsExactly("parcel.pattern-wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{900}){900}){900}",
                "(?:(?:[]a{2}]{90}|b){900}c)*",
                "((?P<n>\\\\Q)(\\\\E{500}x?)){3}",
                "(((\\\\pL|[[:alpha:]]{2,900})?){0,900}){900,}",
                "(a{2}b|([^\\\\]a]{2}){501})"
            })
    void refusesPatternsBeforeTheyAreSpeltOut(String pattern) {
        assertThat(Schemas.codes("{\"pattern\": \"%s\"}".formatted(pattern)))
                .containsExactly("parcel.pattern-wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{10}){10}){10}(b{1000}|c{999})d{500}",
                "(a{0}){1000}[({900}]{900}",
                "(\\\\{900}\\\\Q(x{900}){900}\\\\E){20}",
                "(x\\\\x{41}{30}){30}"
            })
    void countsNothingThatIsNoRepetition(String pattern) {
        assertThat(Schemas.codes("{\"pattern\": \"%s\"}".formatted(pattern))).isEmpty();
    }

    @Test
    void stopsWhenValuesWouldTakeTooLongToCheck() {
        String wide = "{\"allOf\": [" + "{\"minLength\": 1},".repeat(9_000) + "{}]}";
        ParameterSchema schema =
                Schemas.good(
                        """
                        {"properties": {"a": {"type": "array", "items": {"type": "string", "$ref": "#/$defs/wide"}}},
                         "$defs": {"wide": %s}}
                        """
                                .formatted(wide));
        Given given = Given.text("x,".repeat(999) + "x", new Origin("command line", 0));

        ParameterValuesReading reading =
                Layers.of(List.of(schema))
                        .with(Layer.of("command line", Map.of("a", given)))
                        .resolve(new FileSources(""));

        assertThat(reading.problems())
                .singleElement()
                .extracting("code")
                .isEqualTo("parameter.too-large");
    }

    @Test
    void stopsWhenPatternsWouldTakeTooLongToTry() {
        String patterns =
                IntStream.range(0, 30)
                        .mapToObj(i -> "{\"pattern\": \"(x|y)*z{900}%d\"}".formatted(i))
                        .collect(Collectors.joining(","));
        ParameterSchema schema =
                Schemas.good(
                        "{\"properties\": {\"a\": {\"type\": \"string\", \"allOf\": [%s]}}}"
                                .formatted(patterns));
        Given given = Given.text("z".repeat(65_536), new Origin("command line", 0));

        ParameterValuesReading reading =
                Layers.of(List.of(schema))
                        .with(Layer.of("command line", Map.of("a", given)))
                        .resolve(new FileSources(""));

        assertThat(reading.problems())
                .singleElement()
                .extracting("code")
                .isEqualTo("parameter.too-large");
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[] latin = "{\"title\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{}".getBytes(StandardCharsets.UTF_16);

        assertThat(ParameterSchema.read("x", latin).problems())
                .singleElement()
                .extracting("code")
                .isEqualTo("parcel.schema-broken");
        assertThat(ParameterSchema.read("x", wide).schema()).isEmpty();
    }
}
