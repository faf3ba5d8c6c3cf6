package dev.cadastre.change.archive;

import dev.cadastre.ini.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a folder, and what is wrong with it.
 *
 * @param folder empty if anything is wrong
 * @param problems all of it
 */
public record FolderReading(Optional<ChangeFolder> folder, List<Problem> problems) {

    /** Copies what can be changed. */
    public FolderReading {
        problems = List.copyOf(problems);
    }
}
