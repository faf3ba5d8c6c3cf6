package dev.cadastre.change.file;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What was understood of a file, and what is wrong with it.
 *
 * @param file the file; empty if there is an error among the problems
 * @param problems errors and warnings in the order of the file
 */
public record ChangeFileReading(Optional<ChangeFile> file, List<Problem> problems) {

    /** Copies what can be changed. */
    public ChangeFileReading {
        problems = List.copyOf(problems);
    }
}
