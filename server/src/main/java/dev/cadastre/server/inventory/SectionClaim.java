package dev.cadastre.server.inventory;

import dev.cadastre.probe.SectionOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one source told of one section the last time, whether it is believed or not.
 *
 * @param section the section's name
 * @param source who told it
 * @param status how its collection went
 * @param reason what was wrong with it, null if nothing
 * @param observedAt when it came
 */
record SectionClaim(
        String section,
        Source source,
        SectionOutcome.Status status,
        @Nullable String reason,
        Instant observedAt) {

    boolean tells() {
        return status != SectionOutcome.Status.ABSENT;
    }
}
