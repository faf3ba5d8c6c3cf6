package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether checks begin when they are due. */
@Component
class WatchHealth implements Examination {

    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Duration VERY_LATE = Duration.ofMinutes(5);

    private final Monitors monitors;

    WatchHealth(Monitors monitors) {
        this.monitors = monitors;
    }

    @Override
    public List<Finding> examine() {
        return findings(monitors.status());
    }

    /** Pure. */
    static List<Finding> findings(WatchStatus status) {
        if (status.latest().compareTo(LATE) <= 0) {
            return List.of();
        }
        String what =
                "Of the checks of the last two minutes one in a hundred began %d s late, and the"
                                .formatted(status.latest().toSeconds())
                        + " middle one %d s".formatted(status.late().toSeconds());
        return List.of(
                status.late().compareTo(VERY_LATE) > 0
                        ? Finding.error(FindingKind.CHECKS_LATE, "monitors", what)
                        : Finding.warning(FindingKind.CHECKS_LATE, "monitors", what));
    }
}
