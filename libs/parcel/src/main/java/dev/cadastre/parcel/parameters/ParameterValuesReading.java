package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of laying values over each other.
 *
 * @param values empty if there is any problem
 * @param problems all that is wrong in all layers, also where another one counts; the lowest layer
 *     first
 */
public record ParameterValuesReading(Optional<ParameterValues> values, List<Problem> problems) {

    /** Keeps a copy of the problems. */
    public ParameterValuesReading {
        problems = List.copyOf(problems);
    }
}
