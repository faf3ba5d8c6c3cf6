package dev.cadastre.ini;

import java.util.List;

/**
 * What was understood of a file, and what was wrong with it.
 *
 * @param document all that could be understood; after an error it serves only to look for further
 *     problems
 * @param problems errors and warnings in the order of the file; empty when there are none
 */
public record IniReading(IniDocument document, List<Problem> problems) {
    /** Keeps a copy of the problems. */
    public IniReading {
        problems = List.copyOf(problems);
    }

    /** Whether the document may be used: there may be warnings, but no error. */
    public boolean isUsable() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
