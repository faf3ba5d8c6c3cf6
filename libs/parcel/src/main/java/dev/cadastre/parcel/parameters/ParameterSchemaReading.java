package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What was understood of a schema of parameters.
 *
 * @param schema empty if there is an error
 * @param problems all of them, in the order of the file
 */
public record ParameterSchemaReading(Optional<ParameterSchema> schema, List<Problem> problems) {

    /** Keeps a copy of the problems. */
    public ParameterSchemaReading {
        problems = List.copyOf(problems);
    }
}
