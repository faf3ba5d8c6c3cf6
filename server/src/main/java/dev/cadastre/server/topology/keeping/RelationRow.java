package dev.cadastre.server.topology.keeping;

import java.time.Instant;

/**
 * A relation as it is stored, now or at a moment.
 *
 * @param since since when it has this state
 */
public record RelationRow(RelationKey key, RelationState state, Instant since) {}
