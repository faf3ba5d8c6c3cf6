package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the schemas of single parameters. */
final class ParameterReader {

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)*");
    private static final Set<String> TAKEN =
            Set.of("app", "parcel", "version", "environment", "host", "address", "consumer");
    private static final Set<String> OTHER_TYPES = Set.of("object", "null");

    private static final String TYPES =
            "state string, integer, number, boolean, or array with items of one of these";

    private final Subschemas schemas;
    private final Predicate<String> bindings;
    private final Problems problems;

    ParameterReader(Subschemas schemas, Predicate<String> bindings, Problems problems) {
        this.schemas = schemas;
        this.bindings = bindings;
        this.problems = problems;
    }

    SortedMap<String, Parameter> read(JsonTree root) {
        SortedMap<String, Parameter> parameters = new TreeMap<>();
        JsonTree properties = root.child("properties");
        Map<String, JsonTree> stated = properties == null ? Map.of() : properties.children();
        if (properties != null && stated.size() > MOST) {
            problems.error(
                    properties.line(),
                    0,
                    "parcel.schema-too-large",
                    "there are more than 1,000 parameters",
                    "state fewer");
            return parameters;
        }
        stated.forEach((name, schema) -> read(name, schema, parameters));
        return parameters;
    }

    private void read(String name, JsonTree schema, Map<String, Parameter> into) {
        checkName(name, schema.line());
        Optional<ParameterType> type = type(name, schema);
        Optional<ParameterType> itemType =
                type.filter(ParameterType.ARRAY::equals).flatMap(array -> itemType(name, schema));
        boolean secret = secret(name, schema);
        Optional<Source> from = from(name, schema, type, secret);
        JsonTree stated = schema.node().isObject() ? schema.child("default") : null;
        if (stated != null && secret) {
            String remedy = "leave the default out; from may say generate:password";
            error(stated.line(), "secret", name + " is a secret and has a default", remedy);
        }
        if (type.isPresent() && (type.get() != ParameterType.ARRAY || itemType.isPresent())) {
            Optional<Value> value = defaultValue(name, stated, type.get(), itemType);
            String told = Optional.ofNullable(schema.text("description")).orElse("");
            int line = schema.line();
            into.put(
                    name,
                    new Parameter(name, type.get(), itemType, secret, from, value, told, line));
        }
    }

    private void error(int line, String what, String message, String remedy) {
        problems.error(line, 0, "parcel.parameter-" + what, message, remedy);
    }

    private void checkName(String name, int line) {
        if (TAKEN.contains(name)) {
            String remedy = "call it otherwise; templates find something else by this name";
            error(line, "name", name + " is no name for a parameter", remedy);
        } else if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            error(
                    line,
                    "name",
                    Quoted.of(name) + " is no name for a parameter",
                    "write at most 100 of a-z, 0-9, _ and -, with dots between parts, each"
                            + " beginning with a letter");
        }
    }

    private Optional<ParameterType> type(String name, JsonTree schema) {
        String word =
                throughReferences(schema, "type")
                        .map(JsonTree::node)
                        .map(ParameterReader::word)
                        .orElse("");
        Optional<ParameterType> type = ParameterType.of(word);
        boolean isSchema = schema.node().isObject() || schema.node().isBoolean();
        if (type.isEmpty() && isSchema && (word.isEmpty() || OTHER_TYPES.contains(word))) {
            String message = "%s states no type that parameters have".formatted(Quoted.of(name));
            error(schema.line(List.of("type")), "type", message, TYPES);
        }
        return type;
    }

    /** A word that is none is told of by the schema of schemas. */
    private static String word(JsonNode type) {
        return type.isString() ? type.stringValue() : "";
    }

    private Optional<ParameterType> itemType(String name, JsonTree schema) {
        Optional<ParameterType> type =
                throughReferences(schema, "items")
                        .flatMap(items -> throughReferences(items, "type"))
                        .flatMap(word -> ParameterType.of(word(word.node())))
                        .filter(found -> found != ParameterType.ARRAY);
        if (type.isEmpty()) {
            String message =
                    "the items of %s have no type that members have".formatted(Quoted.of(name));
            error(schema.line(List.of("items", "type")), "type", message, TYPES);
        }
        return type;
    }

    /** A keyword of a schema, or else of the nearest that its {@code $ref} leads to. */
    private Optional<JsonTree> throughReferences(JsonTree tree, String keyword) {
        Set<Subschema> seen = new HashSet<>();
        @Nullable Subschema at = schemas.at(tree);
        while (at != null && seen.add(at)) {
            JsonTree found = at.tree().node().isObject() ? at.tree().child(keyword) : null;
            if (found != null) {
                return Optional.of(found);
            }
            at = at.target();
        }
        return Optional.empty();
    }

    private boolean secret(String name, JsonTree schema) {
        JsonTree secret = schema.node().isObject() ? schema.child("secret") : null;
        if (secret != null && !secret.node().isBoolean()) {
            String message = "secret of %s is neither true nor false".formatted(Quoted.of(name));
            error(secret.line(), "secret", message, "write true for what nobody is to see");
        }
        return secret != null && !(secret.node().isBoolean() && !secret.node().booleanValue());
    }

    private Optional<Source> from(
            String name, JsonTree schema, Optional<ParameterType> type, boolean secret) {
        JsonTree from = schema.node().isObject() ? schema.child("from") : null;
        if (from == null) {
            return Optional.empty();
        }
        String text = schema.text("from");
        try {
            Source source = Source.parse(text == null ? "" : text);
            checkSource(source, type, secret);
            return Optional.of(source);
        } catch (IllegalArgumentException e) {
            String said = text == null ? "no text" : Quoted.of(text);
            error(
                    from.line(),
                    "from",
                    "from of %s says %s; %s".formatted(Quoted.of(name), said, e.getMessage()),
                    "write what the value is taken from if nobody gives one");
            return Optional.empty();
        }
    }

    private void checkSource(Source source, Optional<ParameterType> type, boolean secret) {
        if (source instanceof Source.Provider told && !bindings.test(told.binding())) {
            throw new IllegalArgumentException("no requirement is called " + told.binding());
        }
        boolean text = type.isEmpty() || type.get() == ParameterType.STRING;
        if (source instanceof Source.Generated && !(secret && text)) {
            throw new IllegalArgumentException("what is generated is a string, and a secret");
        }
    }

    private Optional<Value> defaultValue(
            String name,
            @Nullable JsonTree stated,
            ParameterType type,
            Optional<ParameterType> itemType) {
        if (stated == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Values.of(stated.node(), type, itemType));
        } catch (IllegalArgumentException e) {
            error(
                    stated.line(),
                    "default",
                    "the default of %s is not taken: %s".formatted(Quoted.of(name), e.getMessage()),
                    "state one of its type");
            return Optional.empty();
        }
    }
}
