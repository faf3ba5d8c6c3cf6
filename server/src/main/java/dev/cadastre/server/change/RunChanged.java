package dev.cadastre.server.change;

import dev.cadastre.change.Status;
import java.util.Set;

/**
 * More is known of a run. Published with the transaction that wrote it down.
 *
 * @param revision the number of the last entry of its journal
 */
public record RunChanged(
        long id, int revision, Status status, RunPhase phase, Set<String> environments) {

    /** Copies the names. */
    public RunChanged {
        environments = Set.copyOf(environments);
    }
}
