package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an estate file means, and what is wrong with it.
 *
 * @param model the estate; null when at least one problem is an error
 * @param problems errors and warnings in the order of the file
 */
public record EstateReading(@Nullable EstateModel model, List<Problem> problems) {
    /** Keeps a copy of the problems. */
    public EstateReading {
        problems = List.copyOf(problems);
    }

    /**
     * The estate of a file that is known to be right.
     *
     * @throws IllegalStateException naming all problems when it is not
     */
    public EstateModel modelOrThrow() {
        if (model == null) {
            throw new IllegalStateException("The estate has errors: " + problems);
        }
        return model;
    }
}
