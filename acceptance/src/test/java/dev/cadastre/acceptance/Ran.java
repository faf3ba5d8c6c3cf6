package dev.cadastre.acceptance;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that has ended.
 *
 * @param words what was run
 * @param exit its exit status
 * @param out its standard output
 * @param err its standard error
 */
record Ran(List<String> words, int exit, String out, String err) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** This, if it ended with {@code status}; otherwise the test fails with all it said. */
    Ran exited(int status) {
        if (exit != status) {
            throw new AssertionError("not exit %d: %s".formatted(status, this));
        }
        return this;
    }

    /** Its output as JSON. */
    JsonNode json() {
        return JSON.readTree(out);
    }

    /** The {@code items} of its output. */
    List<JsonNode> items() {
        return json().get("items").valueStream().toList();
    }
}
