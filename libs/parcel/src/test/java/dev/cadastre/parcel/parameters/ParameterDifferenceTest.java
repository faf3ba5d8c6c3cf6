package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What changes from one set of values to the next. */
class ParameterDifferenceTest {

    private static final ParameterSchema SCHEMA =
            Schemas.good(
                    """
                    {"properties": {
                       "port": {"type": "integer", "default": 8000},
                       "rate": {"type": "number"},
                       "title": {"type": "string"},
                       "key": {"type": "string", "secret": true},
                       "other": {"type": "string", "secret": true}}}
                    """);

    private static ParameterValues values(ParameterSchema schema, Map<String, String> texts) {
        Map<String, Given> given = new TreeMap<>();
        texts.forEach(
                (name, text) -> given.put(name, Given.text(text, new Origin("command line", 0))));
        return Layers.of(List.of(schema))
                .with(Layer.of("command line", given))
                .resolve(new FileSources(""))
                .values()
                .orElseThrow();
    }

    private static List<String> between(Map<String, String> before, Map<String, String> after) {
        return ParameterDifference.between(values(SCHEMA, before), values(SCHEMA, after)).stream()
                .map(ParameterDifference::toString)
                .toList();
    }

    @Test
    void tellsWhatChangesByName() {
        assertThat(between(Map.of("title", "a"), Map.of("port", "8081", "title", "b")))
                .containsExactly("port: 8000 → 8081", "title: a → b");
    }

    @Test
    void tellsWhatComesAndGoes() {
        assertThat(between(Map.of("title", "a"), Map.of("rate", "0.5")))
                .containsExactly("rate: none → 0.5", "title: a → none");
    }

    @Test
    void tellsNothingOfWhatOnlyComesFromElsewhereOrIsWrittenOtherwise() {
        assertThat(between(Map.of("rate", "1.50"), Map.of("rate", "1.5", "port", "8000")))
                .isEmpty();
    }

    @Test
    void tellsOfSecretsNoMoreThanThatTheyChanged() {
        assertThat(
                        between(
                                Map.of("key", "HUSH", "other", "x"),
                                Map.of("key", "hush", "other", "x")))
                .containsExactly("key: (secret) → (secret)");
        assertThat(between(Map.of(), Map.of("key", "HUSH")))
                .containsExactly("key: none → (secret)");
    }

    @Test
    void hidesWhatIsASecretOnOneSideOnly() {
        ParameterSchema open = Schemas.good("{\"properties\": {\"key\": {\"type\": \"string\"}}}");
        ParameterSchema secret =
                Schemas.good(
                        "{\"properties\": {\"key\": {\"type\": \"string\", \"secret\": true}}}");

        assertThat(
                        ParameterDifference.between(
                                values(open, Map.of("key", "HUSH")),
                                values(secret, Map.of("key", "hush"))))
                .hasToString("[key: (secret) → (secret)]");
    }
}
