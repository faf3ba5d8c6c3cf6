package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of a folder.
 *
 * @param parcel empty if there is an error among the problems
 * @param problems all of them
 */
public record ParcelBuilding(Optional<BuiltParcel> parcel, List<Problem> problems) {

    /** Copies what can be changed. */
    public ParcelBuilding {
        problems = List.copyOf(problems);
    }
}
