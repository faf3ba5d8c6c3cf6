package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What was understood of a parcel, and what is wrong with it.
 *
 * @param contents empty if there is an error among the problems
 * @param problems all of them
 */
record ContentsReading(Optional<ParcelContents> contents, List<Problem> problems) {

    ContentsReading {
        problems = List.copyOf(problems);
    }
}
