package dev.cadastre.api.incident;

import dev.cadastre.api.map.AssetOwner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an incident.
 *
 * @param failures what is and was broken, those that last first; the first 100
 * @param affected whom it concerns
 * @param before what changed before it, the most likely first
 * @param owner whom to call; null if nobody answers for the cause
 * @param comments what people said, the oldest first; the last 200
 */
public record IncidentStory(
        Incident incident,
        List<IncidentFailure> failures,
        AffectedAssets affected,
        List<EarlierChange> before,
        @Nullable AssetOwner owner,
        List<IncidentComment> comments) {}
