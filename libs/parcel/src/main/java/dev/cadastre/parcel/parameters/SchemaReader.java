package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code parameters.schema.json}. For one text and one thread. */
final class SchemaReader {

    private static final JsonProblems CODES =
            new JsonProblems("parcel.schema-broken", "parcel.schema-too-large");
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final int MOST_SCHEMAS = 100_000;
    private static final int DEEPEST = 32;

    private final String file;
    private final Predicate<String> bindings;
    private final Problems problems;

    SchemaReader(String file, Predicate<String> bindings) {
        this.file = file;
        this.bindings = bindings;
        problems = new Problems(file);
    }

    ParameterSchemaReading read(byte[] json) {
        JsonTree root = JsonReader.read(json, problems, CODES);
        Optional<ParameterSchema> schema =
                root == null || !problems.hasNoErrors()
                        ? Optional.empty()
                        : Optional.ofNullable(schema(root));
        return new ParameterSchemaReading(schema, problems.list());
    }

    private @Nullable ParameterSchema schema(JsonTree root) {
        if (!root.node().isObject()) {
            wrong(root.line(), "it is " + named(root) + " and no object");
            return null;
        }
        checkDialect(root);
        checkBySchemaOfSchemas(root);
        Subschemas schemas = Subschemas.of(root);
        new SchemaRules(problems).check(root, schemas.all());
        checkExtent(root, ReferenceGraph.of(schemas.all()));
        SortedMap<String, Parameter> parameters =
                new ParameterReader(schemas, bindings, problems).read(root);
        if (!problems.hasNoErrors()) {
            return null;
        }
        SchemaChecks checks = SchemaChecks.of(root, schemas);
        checkDefaults(root, parameters, checks);
        return problems.hasNoErrors()
                ? new ParameterSchema(file, parameters, required(root, parameters), checks)
                : null;
    }

    private static Set<String> required(JsonTree root, SortedMap<String, Parameter> parameters) {
        Set<String> required = new HashSet<>();
        root.node().path("required").forEach(name -> required.add(name.asString("")));
        required.retainAll(parameters.keySet());
        return required;
    }

    private static String named(JsonTree root) {
        return root.node().isArray() ? "an array" : "a single value";
    }

    private void wrong(int line, String message) {
        problems.error(
                line,
                0,
                "parcel.schema-wrong",
                message,
                "write a JSON Schema 2020-12 of an object whose properties are the parameters");
    }

    private void checkDialect(JsonTree root) {
        JsonTree dialect = root.child("$schema");
        if (dialect != null && !DIALECT.equals(root.text("$schema"))) {
            wrong(dialect.line(), "the $schema is another than " + DIALECT);
        }
        JsonTree type = root.child("type");
        if (type != null && !"object".equals(root.text("type"))) {
            wrong(type.line(), "the type at the top is another than object");
        }
    }

    /** Alternatives of one place are one problem. */
    private void checkBySchemaOfSchemas(JsonTree root) {
        try {
            Set<List<String>> told = new HashSet<>();
            for (Violation violation : Validator.ofSchemas().check(root.node())) {
                if (told.add(violation.path())) {
                    String where = String.join("/", violation.path());
                    String message = violation.message();
                    int line = root.line(violation.path());
                    wrong(line, "%s is no schema: %s".formatted(Quoted.of(where), message));
                }
            }
        } catch (Validator.TooMuch e) {
            tooLarge(root.line(), "there is too much in it to check");
        }
    }

    private void checkExtent(JsonTree root, ReferenceGraph graph) {
        for (Subschema schema : graph.endless()) {
            problems.error(
                    schema.tree().line(List.of("$ref")),
                    0,
                    "parcel.schema-endless",
                    "the $ref %s leads round, back to a schema that it is part of"
                            .formatted(Quoted.of(String.valueOf(schema.tree().text("$ref")))),
                    "let no schema be part of itself");
        }
        if (graph.isEndless()) {
            return;
        }
        if (graph.size() > MOST_SCHEMAS) {
            tooLarge(root.line(), "with each $ref replaced there are more than 100,000 schemas");
        }
        if (graph.depth() > DEEPEST) {
            tooLarge(
                    root.line(),
                    "with each $ref replaced schemas are more than 32 deep in each other");
        }
    }

    private void tooLarge(int line, String message) {
        CODES.tooLarge(problems, line, message);
    }

    private void checkDefaults(
            JsonTree root, SortedMap<String, Parameter> parameters, SchemaChecks checks) {
        ObjectNode defaults = JsonNodeFactory.instance.objectNode();
        parameters.forEach((name, parameter) ->
                parameter
                        .defaultValue()
                        .ifPresent(value -> defaults.set(name, Values.json(value))));
        try {
            Set<List<String>> told = new HashSet<>();
            for (Violation violation : checks.each(defaults)) {
                String name = violation.path().get(0);
                if (told.add(List.of(name, violation.message()))) {
                    misfit(root, name, violation);
                }
            }
        } catch (Validator.TooMuch e) {
            tooLarge(root.line(), "there is too much in it to check its defaults");
        }
    }

    private void misfit(JsonTree root, String name, Violation violation) {
        problems.error(
                root.line(List.of("properties", name, "default")),
                0,
                "parcel.parameter-default",
                "the default of %s does not fit: %s".formatted(name, violation.message()),
                "state one that fits, or mend the schema");
    }
}
