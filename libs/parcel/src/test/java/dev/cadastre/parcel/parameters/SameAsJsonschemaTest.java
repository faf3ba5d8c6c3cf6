package dev.cadastre.parcel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Wherever Python's jsonschema and this library both answer, they answer the same. */
class SameAsJsonschemaTest {

    private static final Path PAIRS = Path.of("src/test/resources/parameters/pairs.txt");
    private static final Jsonschema PYTHON = new Jsonschema();

    @AfterContainer
    static void stop() throws IOException {
        PYTHON.close();
    }

    @Example
    void judgesValuesAlike() throws IOException {
        String schema = "";
        List<String> differences = new ArrayList<>();
        for (String line : Files.readAllLines(PAIRS)) {
            if (line.startsWith("{")) {
                schema = schema(line);
            } else if (line.startsWith("=")) {
                for (JsonNode value : values(line)) {
                    String instance = "{\"p\": %s}".formatted(value);
                    String theirs = PYTHON.ask(schema, instance);
                    if (!theirs.equals(ours(schema, instance))) {
                        differences.add(schema + instance + " " + theirs + " for Python");
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String schema(String parameter) {
        return """
        {"properties": {"p": %s},
         "$defs": {
           "long": {"minLength": 5},
           "deep": {"allOf": [{"$ref": "#/$defs/long"}, {"maxLength": 6}]},
           "with/slash~tilde": {"const": "x"}
         }}
        """
                .formatted(parameter);
    }

    /** JSON values with blanks between them. */
    private static JsonNode values(String line) {
        String listed = line.substring(1).strip().replace(" ", ",");
        return Schemas.tree("[" + listed + "]").node();
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void judgesWhatNobodyThoughtOfAlike(
            @ForAll("schemas") String schema, @ForAll("instances") String instance)
            throws IOException {
        String theirs = PYTHON.ask(schema, instance);
        String ours = ours(schema, instance);

        Statistics.collect(ours);
        Statistics.coverage(coverage -> {
            coverage.check("fits").percentage(share -> share > 10);
            coverage.check("differs").percentage(share -> share > 10);
        });
        if (!ours.equals("refused") && !theirs.equals("refused")) {
            assertThat(ours).isEqualTo(theirs);
        }
    }

    @Provide
    Arbitrary<String> schemas() {
        return RandomSchemas.schemas();
    }

    @Provide
    Arbitrary<String> instances() {
        return RandomSchemas.instances();
    }

    private static String ours(String json, String instance) {
        ParameterSchema schema = Schemas.reading(json).schema().orElse(null);
        if (schema == null) {
            return "refused";
        }
        ObjectNode values = (ObjectNode) Objects.requireNonNull(Schemas.tree(instance)).node();
        try {
            List<Violation> each = schema.checks().each(values);
            List<Violation> all = schema.checks().all(values);
            return each.isEmpty() && all.isEmpty() ? "fits" : "differs";
        } catch (Validator.TooMuch e) {
            return "refused";
        }
    }
}
