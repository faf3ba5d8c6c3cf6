package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What was understood of a definition, and what is wrong with it.
 *
 * @param definition empty if there is an error among the problems
 * @param problems errors and warnings in the order of the files
 */
public record DefinitionReading(Optional<ParcelDefinition> definition, List<Problem> problems) {

    /** Copies what can be changed. */
    public DefinitionReading {
        problems = List.copyOf(problems);
    }
}
