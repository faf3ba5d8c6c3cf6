package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import java.util.List;
import java.util.Optional;

/** Doubts about which record is which host, for a person to resolve. Thread-safe. */
public interface Conflicts {

    /** Those not resolved whose two hosts are within reach, the oldest first. */
    List<Conflict> open(Reach reach);

    /**
     * Notes the decision and acts on it; empty if there is no open conflict of that id in reach.
     */
    Optional<Conflict> resolve(long id, Conflict.Decision decision, String actor, Reach reach);
}
