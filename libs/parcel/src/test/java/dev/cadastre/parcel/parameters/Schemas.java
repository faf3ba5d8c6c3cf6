package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads texts that tests write in place. */
final class Schemas {

    private Schemas() {}

    static ParameterSchemaReading reading(String json) {
        return ParameterSchema.read("schema.json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** One that nothing is wrong with. */
    static ParameterSchema good(String json) {
        ParameterSchemaReading reading = reading(json);
        return reading.schema().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    static List<String> codes(String json) {
        return reading(json).problems().stream().map(Problem::code).distinct().toList();
    }

    /** Any JSON that can be read. */
    static JsonTree tree(String json) {
        Problems problems = new Problems("text");
        JsonProblems codes = new JsonProblems("broken", "large");
        JsonTree tree = JsonReader.read(json.getBytes(StandardCharsets.UTF_8), problems, codes);
        if (!problems.hasNoErrors()) {
            throw new AssertionError(problems.list());
        }
        return Objects.requireNonNull(tree);
    }
}
