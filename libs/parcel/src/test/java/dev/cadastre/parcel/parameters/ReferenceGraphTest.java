package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;

/** What is reckoned without replacing any reference is what replacing all of them comes to. */
class ReferenceGraphTest {

    private static final int DEEPEST = 200;

    @Property(tries = 2_000)
    void findsExactlyWhatNeverEnds(@ForAll("documents") String document) {
        JsonTree tree = Schemas.tree(document);
        ReferenceGraph graph = ReferenceGraph.of(Subschemas.of(tree).all());
        Unfolding naive = new Unfolding(tree.node());
        naive.unfold(tree.node(), 1);

        Statistics.collect(naive.deepest > DEEPEST ? "endless" : "ends");
        Statistics.coverage(coverage -> {
            coverage.check("endless").percentage(share -> share > 20);
            coverage.check("ends").percentage(share -> share > 20);
        });
        assertThat(graph.isEndless()).isEqualTo(naive.deepest > DEEPEST);
        assertThat(graph.endless().isEmpty()).isNotEqualTo(graph.isEndless());
        if (!graph.isEndless()) {
            assertThat(graph.size()).isEqualTo(naive.size);
            assertThat(graph.depth()).isEqualTo(naive.deepest);
        }
    }

    @Example
    void reckonsWithoutEndWhereCountsAreBeyondAnyNumber() {
        String doubling =
                IntStream.range(0, 200)
                        .mapToObj(i ->
                                "\"d%d\": {\"allOf\": [%s, %<s]}"
                                        .formatted(i, reference(Math.min(200, i + 1))))
                        .collect(Collectors.joining(","));
        String document = "{\"$defs\": {%s, \"d200\": true}}".formatted(doubling);

        ReferenceGraph graph = ReferenceGraph.of(Subschemas.of(Schemas.tree(document)).all());

        assertThat(graph.isEndless()).isFalse();
        assertThat(graph.size()).isEqualTo(Integer.MAX_VALUE);
        assertThat(graph.depth()).isEqualTo(402);
    }

    private static String reference(int definition) {
        return "{\"$ref\": \"#/$defs/d%d\"}".formatted(definition);
    }

    /**
     * Some definitions, each with references to any of them, or into their midst, or to the top.
     */
    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> target =
                Arbitraries.of(
                        "#/$defs/d0",
                        "#/$defs/d1",
                        "#/$defs/d2",
                        "#/$defs/d3",
                        "#/$defs/d4",
                        "#/$defs/d2/not",
                        "#/$defs/d3/allOf/0",
                        "#/$defs/nowhere",
                        "#",
                        "other");
        Arbitrary<String> reference = target.map("{\"$ref\": \"%s\"}"::formatted);
        Arbitrary<String> schema =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "true", "{}", "{\"minLength\": 1}", "{\"not\": {\"not\": {}}}"),
                        reference,
                        reference.map("{\"not\": %s}"::formatted),
                        reference
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2)
                                .map("{\"allOf\": %s}"::formatted),
                        reference.map("{\"properties\": {\"x\": %s, \"y\": {}}}"::formatted));
        return schema.list()
                .ofSize(5)
                .map(list ->
                        IntStream.range(0, 5)
                                .mapToObj(i -> "\"d%d\": %s".formatted(i, list.get(i)))
                                .collect(Collectors.joining(", ", "{\"$defs\": {", "}}")));
    }

    /** Replaces each reference by what it leads to, as far as anybody would go. */
    private static final class Unfolding {

        private final JsonNode root;
        private long size;
        private int deepest;

        private Unfolding(JsonNode root) {
            this.root = root;
        }

        private void unfold(JsonNode schema, int depth) {
            size++;
            deepest = Math.max(deepest, depth);
            if (deepest > DEEPEST || !schema.isObject()) {
                return;
            }
            for (String keyword : List.of("$defs", "properties", "allOf")) {
                schema.path(keyword).forEach(child -> unfold(child, depth + 1));
            }
            JsonNode not = schema.path("not");
            if (!not.isMissingNode()) {
                unfold(not, depth + 1);
            }
            String reference = schema.path("$ref").asString("");
            JsonNode target =
                    root.at(reference.startsWith("#") ? reference.substring(1) : "/nowhere");
            if (!target.isMissingNode()) {
                unfold(target, depth + 1);
            }
        }
    }
}
