package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problem;
import java.util.List;

/**
 * What was understood of a file with values.
 *
 * @param layer all that could be understood
 * @param problems errors and warnings in the order of the file; after an error the layer serves
 *     only to look for further problems
 */
public record LayerReading(Layer layer, List<Problem> problems) {

    /** Keeps a copy of the problems. */
    public LayerReading {
        problems = List.copyOf(problems);
    }
}
