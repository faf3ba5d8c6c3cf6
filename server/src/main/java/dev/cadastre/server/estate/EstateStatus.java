package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the estate file stands.
 *
 * @param file its name; null when the server was given none
 * @param appliedAt when the content that is in force was applied; null when none ever was
 * @param problems what is wrong with the file as it is now; with an error among them, what was
 *     applied before stays in force
 */
public record EstateStatus(
        @Nullable String file, @Nullable Instant appliedAt, List<Problem> problems) {

    /** Keeps a copy of the problems. */
    public EstateStatus {
        problems = List.copyOf(problems);
    }

    /** Whether the file as it is now could not be applied. */
    public boolean isBroken() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
