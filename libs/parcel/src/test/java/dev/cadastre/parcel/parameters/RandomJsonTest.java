package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is read, it is understood or there is a problem with a place. */
class RandomJsonTest {

    private static final Set<String> OTHERS =
            Set.of("$ref", "secret", "from", "default", "$schema");

    @Property(tries = 2_000)
    void anyDocumentIsASchemaOrWrong(@ForAll("documents") String document) {
        ParameterSchemaReading reading = Schemas.reading(document);

        assertThat(reading.schema().isPresent()).isEqualTo(reading.problems().isEmpty());
        assertThat(reading.problems()).allMatch(RandomJsonTest::isInTheFile);
    }

    @Property
    void anyBytesAreASchemaOrWrong(@ForAll byte[] bytes) {
        ParameterSchemaReading reading = ParameterSchema.read("schema.json", bytes);

        assertThat(reading.schema().isPresent()).isEqualTo(reading.problems().isEmpty());
    }

    @Property
    void anyObjectIsALayerWithAllOfItsMembers(@ForAll("documents") String document) {
        byte[] json = document.getBytes(StandardCharsets.UTF_8);
        LayerReading reading = LayerFile.read("a.json", json);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.layer().values().keySet())
                .containsExactlyInAnyOrderElementsOf(Schemas.tree(document).children().keySet());
    }

    @Property
    void anyBytesAreALayerOrWrong(@ForAll byte[] bytes, @ForAll boolean json) {
        LayerReading reading = LayerFile.read(json ? "a.json" : "a.ini", bytes);

        assertThat(reading.layer().values().isEmpty() || reading.problems().isEmpty()).isTrue();
    }

    @Property
    void anyValueIsTakenOrWrong(@ForAll("values") String value) {
        ParameterSchema schema =
                Schemas.good(
                        """
                        {"properties": {
                           "text": {"type": "string"}, "flag": {"type": "boolean"},
                           "list": {"type": "array", "items": {"type": "number"}}}}
                        """);
        String file = "{\"text\": %s, \"flag\": %<s, \"list\": %<s}".formatted(value);
        LayerReading layer = LayerFile.read("a.json", file.getBytes(StandardCharsets.UTF_8));

        ParameterValuesReading reading =
                Layers.of(List.of(schema)).with(layer.layer()).resolve(new FileSources(""));

        assertThat(layer.problems()).isEmpty();
        assertThat(reading.values()).isEmpty();
        assertThat(reading.problems()).hasSizeBetween(2, 3).allMatch(RandomJsonTest::isInTheFile);
    }

    private static boolean isInTheFile(Problem problem) {
        return problem.line() > 0 || problem.code().equals("ini.more-problems");
    }

    /** Mostly with keywords as names, at places where they mean something and where they do not. */
    @Provide
    Arbitrary<String> documents() {
        return object(4);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(scalar(), value(2));
    }

    private static Arbitrary<String> object(int depth) {
        return Combinators.combine(name(), value(depth - 1))
                .as(Map::entry)
                .list()
                .ofMaxSize(4)
                .uniqueElements(Map.Entry::getKey)
                .map(RandomJsonTest::written);
    }

    private static String written(List<Map.Entry<String, String>> members) {
        return members.stream()
                .map(member -> "\"%s\":%s".formatted(member.getKey(), member.getValue()))
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    private static Arbitrary<String> name() {
        List<String> keywords =
                Stream.of(
                                Keywords.ONE,
                                Keywords.LISTED,
                                Keywords.NAMED,
                                Keywords.PLAIN,
                                Keywords.COUNTS,
                                Keywords.REFUSED,
                                OTHERS)
                        .flatMap(Set::stream)
                        .sorted()
                        .toList();
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(keywords)),
                Tuple.of(3, Arbitraries.of("properties", "type", "$defs")),
                Tuple.of(2, Arbitraries.of("a", "b.c", "A", "")));
    }

    private static Arbitrary<String> value(int depth) {
        return depth <= 0
                ? scalar()
                : Arbitraries.frequencyOf(
                        Tuple.of(2, scalar()),
                        Tuple.of(4, Arbitraries.lazy(() -> object(depth))),
                        Tuple.of(
                                1,
                                Arbitraries.lazy(() -> value(depth - 1))
                                        .list()
                                        .ofMaxSize(3)
                                        .map(List::toString)));
    }

    private static Arbitrary<String> scalar() {
        return Arbitraries.of(
                "null",
                "true",
                "false",
                "0",
                "-1",
                "1.5",
                "1e300",
                "\"\"",
                "\"string\"",
                "\"integer\"",
                "\"array\"",
                "\"object\"",
                "\"#\"",
                "\"#/$defs/a\"",
                "\"#/properties/a\"",
                "\"x\"",
                "\"(\"",
                "\"fact:a\"",
                "\"generate:password\"");
    }
}
