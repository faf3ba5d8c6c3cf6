package dev.cadastre.api.map;

import org.jspecify.annotations.Nullable;

/**
 * What somebody puts right.
 *
 * @param kind what is put right
 * @param asset the id of the asset; of a relation, the one that it starts from
 * @param type of a relation, what it says; null otherwise
 * @param target of a relation, the id of the asset that it leads to; of MERGE, what the asset
 *     really is; null otherwise
 * @param value of RENAME the title, of OWNER the team; null otherwise
 * @param reason why; null if that is not said
 */
public record CorrectionDefinition(
        Correction.Kind kind,
        String asset,
        @Nullable RelationType type,
        @Nullable String target,
        @Nullable String value,
        @Nullable String reason) {}
