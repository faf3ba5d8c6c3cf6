package dev.cadastre.server.alerting.before;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.EarlierChange;
import java.util.Set;

/**
 * A change near a cause, and who may see it.
 *
 * @param environments where what changed and what lies on the way to it is
 */
public record NearChange(EarlierChange change, Set<String> environments) {

    /** Copies the environments. */
    public NearChange {
        environments = Set.copyOf(environments);
    }

    /** Whether somebody may see it. */
    public boolean isVisible(Reach reach) {
        return environments.stream().allMatch(reach::covers);
    }
}
