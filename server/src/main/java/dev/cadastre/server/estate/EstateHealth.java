package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Whether the estate file is as it should be. */
@Component
class EstateHealth implements Examination {

    private final Estate estate;

    EstateHealth(Estate estate) {
        this.estate = estate;
    }

    @Override
    public List<Finding> examine() {
        return findings(estate.status());
    }

    /** Pure. */
    static List<Finding> findings(EstateStatus status) {
        List<Problem> problems = status.problems();
        if (problems.isEmpty()) {
            return List.of();
        }
        String file = Objects.requireNonNullElse(status.file(), "estate");
        String what = "Problems: %d; the first: %s".formatted(problems.size(), problems.getFirst());
        return List.of(
                status.isBroken()
                        ? Finding.error(FindingKind.ESTATE_PROBLEMS, file, what)
                        : Finding.warning(FindingKind.ESTATE_PROBLEMS, file, what));
    }
}
