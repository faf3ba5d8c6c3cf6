package dev.cadastre.server.topology.telling;

import dev.cadastre.server.topology.RelationType;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** What somebody puts right. The components are those of {@link Correction}, by name. */
@NamedInterface("telling")
public record NewCorrection(
        Correction.Kind kind,
        String asset,
        @Nullable RelationType type,
        @Nullable String target,
        @Nullable String value,
        @Nullable String reason) {}
