package dev.cadastre.parcel.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A parameter with all that the parcel and its bases say of it.
 *
 * @param parameter as the nearest says; a secret if it is one for any of them
 * @param statements the parcel's own first
 */
record StatedParameter(Parameter parameter, List<Statement> statements) {

    /**
     * What one schema says.
     *
     * @param file what the schema is called
     * @param parameter what it says
     */
    record Statement(String file, Parameter parameter) {}

    StatedParameter {
        statements = List.copyOf(statements);
    }

    static SortedMap<String, StatedParameter> of(List<ParameterSchema> schemas) {
        SortedMap<String, List<Statement>> statements = new TreeMap<>();
        for (ParameterSchema schema : schemas) {
            schema.parameters()
                    .forEach((name, parameter) ->
                            statements
                                    .computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(new Statement(schema.file(), parameter)));
        }
        SortedMap<String, StatedParameter> stated = new TreeMap<>();
        statements.forEach((name, all) -> stated.put(name, of(name, all)));
        return stated;
    }

    private static StatedParameter of(String name, List<Statement> all) {
        Parameter own = all.get(0).parameter();
        boolean secret = all.stream().anyMatch(statement -> statement.parameter().secret());
        Parameter parameter =
                new Parameter(
                        name,
                        own.type(),
                        own.itemType(),
                        secret,
                        own.from(),
                        own.defaultValue(),
                        own.description(),
                        own.line());
        return new StatedParameter(parameter, all);
    }

    /** Where it is stated first. */
    Origin origin() {
        Statement own = statements.get(0);
        return new Origin(own.file(), own.parameter().line());
    }
}
