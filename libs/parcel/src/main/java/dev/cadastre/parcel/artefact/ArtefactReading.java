package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What was understood of an artefact without its layers, and what is wrong with that.
 *
 * @param artefact empty if there is an error among the problems
 * @param problems all of them
 */
public record ArtefactReading(Optional<ParcelArtefact> artefact, List<Problem> problems) {

    /** Copies what can be changed. */
    public ArtefactReading {
        problems = List.copyOf(problems);
    }
}
