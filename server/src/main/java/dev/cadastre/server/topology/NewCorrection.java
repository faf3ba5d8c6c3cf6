package dev.cadastre.server.topology;

import org.jspecify.annotations.Nullable;

/** What somebody puts right. The components are those of {@link Correction}, by name. */
public record NewCorrection(
        Correction.Kind kind,
        String asset,
        @Nullable RelationType type,
        @Nullable String target,
        @Nullable String value,
        @Nullable String reason) {}
