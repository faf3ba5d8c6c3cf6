package dev.cadastre.parcel.parameters;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of one parcel, as its {@code parameters.schema.json} states them. Immutable, and
 * safe for many threads.
 */
public final class ParameterSchema {

    private final String file;
    private final SortedMap<String, Parameter> parameters;
    private final Set<String> required;
    private final SchemaChecks checks;

    ParameterSchema(
            String file,
            SortedMap<String, Parameter> parameters,
            Set<String> required,
            SchemaChecks checks) {
        this.file = file;
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        this.required = Set.copyOf(required);
        this.checks = checks;
    }

    /**
     * Reads a schema. Bounded in time and memory whatever it is given; opens and asks nothing.
     *
     * @param file the name for messages
     * @param json the text, of 256 KiB at most
     */
    public static ParameterSchemaReading read(String file, byte[] json) {
        return new SchemaReader(file, binding -> true).read(json);
    }

    /**
     * Reads a schema of a parcel whose bindings are known.
     *
     * @param bindings what its requirements are called, with those of its bases; {@code from} of
     *     any other is a problem
     */
    public static ParameterSchemaReading read(String file, byte[] json, Set<String> bindings) {
        return new SchemaReader(file, bindings::contains).read(json);
    }

    /** That of a parcel without parameters. */
    public static ParameterSchema none() {
        return new ParameterSchema("", new TreeMap<>(), Set.of(), SchemaChecks.none());
    }

    /** What parameters are called, sorted; unmodifiable. */
    public Set<String> names() {
        return parameters.keySet();
    }

    /** All by their names; unmodifiable. */
    public SortedMap<String, Parameter> parameters() {
        return parameters;
    }

    /**
     * The parameters that need a value, whatever the others are; a schema may ask for more where
     * others have certain values. Unmodifiable.
     */
    public Set<String> required() {
        return required;
    }

    /** What the file was called; empty for {@link #none}. */
    public String file() {
        return file;
    }

    /** How values fit; see there. */
    SchemaChecks checks() {
        return checks;
    }

    @Override
    public String toString() {
        return file + parameters.keySet();
    }
}
