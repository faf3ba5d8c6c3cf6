package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import java.util.List;

/**
 * What an estate file would change.
 *
 * @param diff the changes; empty when there is an error among the problems
 * @param problems errors and warnings in the order of the file
 */
public record EstatePlan(EstateDiff diff, List<Problem> problems) {
    /** Keeps a copy of the problems. */
    public EstatePlan {
        problems = List.copyOf(problems);
    }

    /** Whether nothing stands in the way of applying the file. */
    public boolean isApplicable() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
