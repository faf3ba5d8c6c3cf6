package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.RelationType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a person put right; it outlives what is seen later.
 *
 * @param id grows with each
 * @param kind what was put right
 * @param asset the asset; of a relation, the one that it starts from
 * @param environment where that is; null if nowhere
 * @param type of a relation, what it says; null otherwise
 * @param target the other asset; null where there is none
 * @param value the title or the team; null where there is none
 * @param reason why; null if that was not said
 * @param madeBy who
 * @param madeAt when
 * @param withdrawnBy who took it back; null while it is in force
 * @param withdrawnAt when; null likewise
 */
@NamedInterface("telling")
public record Correction(
        long id,
        Kind kind,
        AssetName asset,
        @Nullable String environment,
        @Nullable RelationType type,
        @Nullable AssetName target,
        @Nullable String value,
        @Nullable String reason,
        String madeBy,
        Instant madeAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    /** What can be put right. */
    @NamedInterface("telling")
    public enum Kind {
        /** There is such a relation. */
        CONFIRM,
        /** There is no such relation. */
        DENY,
        /** An asset is really another one. */
        MERGE,
        /** An asset is called otherwise. */
        RENAME,
        /** Another team answers for an asset. */
        OWNER;

        boolean ofRelation() {
            return this == CONFIRM || this == DENY;
        }
    }
}
