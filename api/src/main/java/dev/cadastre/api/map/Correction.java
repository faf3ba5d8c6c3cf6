package dev.cadastre.api.map;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person put right. It outlives what is seen later, until it is withdrawn.
 *
 * @param id grows with each
 * @param kind what was put right
 * @param asset the id of the asset; of a relation, the one that it starts from
 * @param type of a relation, what it says; null otherwise
 * @param target the id of the other asset; null where there is none
 * @param value the title or the team; null where there is none
 * @param reason why; null if that was not said
 * @param madeBy who, {@code person:anna}
 * @param madeAt when
 * @param withdrawnBy who took it back; null while it is in force
 * @param withdrawnAt when; null likewise
 */
public record Correction(
        long id,
        Kind kind,
        String asset,
        @Nullable RelationType type,
        @Nullable String target,
        @Nullable String value,
        @Nullable String reason,
        String madeBy,
        Instant madeAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    /** What can be put right. */
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
        OWNER
    }
}
