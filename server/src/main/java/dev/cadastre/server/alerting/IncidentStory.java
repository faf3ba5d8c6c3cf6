package dev.cadastre.server.alerting;

import dev.cadastre.server.topology.AssetOwner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an incident.
 *
 * @param failures what is and was broken, those that last first; not more than are shown to a
 *     person, so that {@link Incident#failures()} may be more
 * @param affected whom it concerns
 * @param before what changed before it, the most likely first
 * @param owner whom to call; null if nobody answers for the cause
 * @param comments what people said, the oldest first
 */
public record IncidentStory(
        Incident incident,
        List<Failure> failures,
        Affected affected,
        List<EarlierChange> before,
        @Nullable AssetOwner owner,
        List<IncidentComment> comments) {

    /** Copies the lists. */
    public IncidentStory {
        failures = List.copyOf(failures);
        before = List.copyOf(before);
        comments = List.copyOf(comments);
    }
}
