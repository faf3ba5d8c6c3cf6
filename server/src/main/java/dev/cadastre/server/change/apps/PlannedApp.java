package dev.cadastre.server.change.apps;

import dev.cadastre.server.parcels.app.Proposal;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * What would be done to an app.
 *
 * @param proposal its next revision
 * @param plans the plan of each of its tasks, by the task's id
 */
@NamedInterface("apps")
public record PlannedApp(Proposal proposal, Map<Long, UUID> plans) {

    /** Copies the plans. */
    public PlannedApp {
        plans = Map.copyOf(plans);
    }
}
