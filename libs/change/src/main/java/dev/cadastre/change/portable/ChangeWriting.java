package dev.cadastre.change.portable;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of a change that was written in Java.
 *
 * @param change empty if there is an error among the problems
 * @param problems errors, and warnings of what was lost
 */
public record ChangeWriting(Optional<PortableChange> change, List<Problem> problems) {

    /** Copies what can be changed. */
    public ChangeWriting {
        problems = List.copyOf(problems);
    }
}
