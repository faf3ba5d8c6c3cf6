package dev.cadastre.parcel.parameters;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a schema about values, by the two questions that together are the whole of it: whether each
 * value is what its parameter takes, and whether all of them go together.
 */
final class SchemaChecks {

    private final JsonTree tree;
    private final Validator each;
    private final Validator all;

    private SchemaChecks(JsonTree tree, Validator each, Validator all) {
        this.tree = tree;
        this.each = each;
        this.all = all;
    }

    /** For schemas in which nothing is wrong. */
    static SchemaChecks of(JsonTree tree, Subschemas schemas) {
        return new SchemaChecks(
                tree,
                Validator.of(CompiledSchema.ofEach(schemas)),
                Validator.of(CompiledSchema.ofAll(schemas)));
    }

    /** Everything fits. */
    static SchemaChecks none() {
        JsonNode anything = JsonNodeFactory.instance.objectNode();
        return new SchemaChecks(
                new JsonTree(anything, 1, Map.of()),
                Validator.of(anything),
                Validator.of(anything));
    }

    /** What does not fit for itself; each path begins with the name of a parameter. */
    List<Violation> each(ObjectNode values) throws Validator.TooMuch {
        return each.check(values);
    }

    /** What does not fit together. */
    List<Violation> all(ObjectNode values) throws Validator.TooMuch {
        return all.check(values);
    }

    /** The line of what keywords lead to, or of the last of them that is there. */
    int line(List<String> schemaPath) {
        return tree.line(schemaPath);
    }
}
