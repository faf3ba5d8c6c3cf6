package dev.cadastre.parcel.parameters;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes schemas anew for the validator, with nothing in them but what decides whether a value
 * fits, and each {@code $ref} leading to a name that nobody can misread. So whatever else a
 * document says never reaches the validator. For schemas that are not endless.
 */
final class CompiledSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DEFINITIONS = "$defs";

    private final Subschemas schemas;
    private final ObjectNode definitions = NODES.objectNode();

    private CompiledSchema(Subschemas schemas) {
        this.schemas = schemas;
    }

    /** What each parameter has to be by itself. */
    static JsonNode ofEach(Subschemas schemas) {
        return new CompiledSchema(schemas).write(Set.of("properties")::contains);
    }

    /** What is said of all parameters together. */
    static JsonNode ofAll(Subschemas schemas) {
        return new CompiledSchema(schemas).write(keyword -> !keyword.equals("properties"));
    }

    private JsonNode write(Predicate<String> keywords) {
        ObjectNode written = NODES.objectNode();
        JsonTree top = schemas.all().get(0).tree();
        top.children()
                .forEach((keyword, value) -> {
                    if (keywords.test(keyword)) {
                        write(written, schemas.all().get(0), keyword, value);
                    }
                });
        for (Subschema schema : schemas.all()) {
            Subschema target = schema.target();
            if (target != null && !definitions.has(name(target))) {
                definitions.set(name(target), schema(target.tree()));
            }
        }
        return written.set(DEFINITIONS, definitions);
    }

    private static String name(Subschema schema) {
        return "schema" + schema.number();
    }

    private JsonNode schema(JsonTree tree) {
        if (!tree.node().isObject()) {
            return tree.node();
        }
        ObjectNode written = NODES.objectNode();
        Subschema schema = schemas.at(tree);
        if (schema != null) {
            tree.children().forEach((keyword, value) -> write(written, schema, keyword, value));
        }
        return written;
    }

    private void write(ObjectNode into, Subschema schema, String keyword, JsonTree value) {
        Subschema target = schema.target();
        if (keyword.equals("$ref") && target != null) {
            into.put("$ref", "#/$defs/" + name(target));
        } else if (Keywords.PLAIN.contains(keyword)) {
            into.set(keyword, value.node());
        } else if (Keywords.COUNTS.contains(keyword)) {
            into.put(keyword, Math.min(Integer.MAX_VALUE, value.node().asLong(Integer.MAX_VALUE)));
        } else if (Keywords.ONE.contains(keyword)) {
            into.set(keyword, schema(value));
        } else if (Keywords.LISTED.contains(keyword)) {
            into.set(keyword, listed(value));
        } else if (Keywords.NAMED.contains(keyword) && !isOnlyReferredTo(keyword)) {
            into.set(keyword, named(value.children()));
        }
    }

    private static boolean isOnlyReferredTo(String keyword) {
        return keyword.equals(DEFINITIONS) || keyword.equals("definitions");
    }

    private ArrayNode listed(JsonTree value) {
        ArrayNode written = NODES.arrayNode();
        value.children().values().forEach(child -> written.add(schema(child)));
        return written;
    }

    private ObjectNode named(Map<String, JsonTree> children) {
        ObjectNode written = NODES.objectNode();
        children.forEach((name, child) -> written.set(name, schema(child)));
        return written;
    }
}
