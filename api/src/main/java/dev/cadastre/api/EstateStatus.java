package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server's estate file stands.
 *
 * @param file its name; null if the server was given none
 * @param appliedAt when the content that is in force was applied; null if none ever was
 * @param problems what is wrong with the file as it is now; with an error among them, what was
 *     applied before stays in force
 */
public record EstateStatus(
        @Nullable String file, @Nullable Instant appliedAt, List<EstateProblem> problems) {

    /** Copies the problems. */
    public EstateStatus {
        problems = List.copyOf(problems);
    }
}
