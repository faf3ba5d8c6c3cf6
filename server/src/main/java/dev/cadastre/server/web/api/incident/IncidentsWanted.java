package dev.cadastre.server.web.api.incident;

import dev.cadastre.server.alerting.IncidentState;
import java.util.Set;

/** Which states are asked for. */
enum IncidentsWanted {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED,
    /** All that are not over. */
    UNRESOLVED;

    Set<IncidentState> states() {
        return this == UNRESOLVED
                ? Set.of(IncidentState.OPEN, IncidentState.ACKNOWLEDGED)
                : Set.of(IncidentState.valueOf(name()));
    }
}
