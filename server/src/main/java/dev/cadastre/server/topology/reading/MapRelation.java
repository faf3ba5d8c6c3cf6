package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.Evidence;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.Sight;
import dev.cadastre.server.topology.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A relation of the map, now or at a moment.
 *
 * @param source the asset that it starts from
 * @param type what it says
 * @param target the asset that it leads to
 * @param sight how many sides saw it
 * @param standing how lasting it is
 * @param since since when it stands so
 * @param firstSeen when it was first known
 * @param lastSeen when it was last seen; null where nothing observes it
 * @param alternatives what it has in common with others of which one is enough; null if it stands
 *     alone
 * @param assumed whether the alternatives were learnt and not said
 * @param evidence why it is on the map
 * @param conflict what contradicts it; null if nothing does
 * @param corrected what a person said of it; null if nobody did
 */
@NamedInterface("reading")
public record MapRelation(
        AssetName source,
        RelationType type,
        AssetName target,
        Sight sight,
        Standing standing,
        Instant since,
        Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable String alternatives,
        boolean assumed,
        List<Evidence> evidence,
        @Nullable String conflict,
        @Nullable String corrected) {

    /** Copies the evidence. */
    public MapRelation {
        evidence = List.copyOf(evidence);
    }
}
