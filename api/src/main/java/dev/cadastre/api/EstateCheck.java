package dev.cadastre.api;

import java.util.List;

/** All that is wrong with an estate file; empty if it is sound. */
public record EstateCheck(List<EstateProblem> problems) {

    /** Copies the problems. */
    public EstateCheck {
        problems = List.copyOf(problems);
    }
}
