package dev.cadastre.server.alerting.incident;

import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.monitoring.MonitorState;
import java.time.Instant;
import java.util.List;

/**
 * An incident that is not over.
 *
 * @param id its id
 * @param severity the worst that was of it
 * @param failures those of it that last
 */
public record OpenIncident(
        long id,
        String cause,
        String environment,
        String title,
        MonitorState severity,
        Instant openedAt,
        List<Failure> failures) {

    /** Copies the failures. */
    public OpenIncident {
        failures = List.copyOf(failures);
    }
}
