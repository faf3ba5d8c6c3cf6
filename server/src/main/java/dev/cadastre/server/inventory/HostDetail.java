package dev.cadastre.server.inventory;

import dev.cadastre.probe.SectionOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a host beyond its line in a list.
 *
 * @param host the line
 * @param identity what it is recognised by
 * @param sources who told which section, the believed one first
 * @param conflicts those that concern it and are not resolved
 */
public record HostDetail(
        Host host,
        List<IdentityKey> identity,
        List<SectionSource> sources,
        List<Conflict> conflicts) {
    public HostDetail {
        identity = List.copyOf(identity);
        sources = List.copyOf(sources);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Something that a host is recognised by.
     *
     * @param kind which
     * @param value as the host told it
     */
    public record IdentityKey(Kind kind, String value) {

        /** What a host can be recognised by. */
        public enum Kind {
            MACHINE_ID,
            SSH_HOST_KEY,
            DMI_UUID,
            CLOUD_ID
        }
    }

    /**
     * What one source told of one section the last time.
     *
     * @param section the section's name, {@code packages-dpkg}
     * @param source how it came
     * @param believed whether the answers rest on it
     * @param status how its collection went
     * @param reason what was wrong with it, null if nothing
     * @param observedAt when it came, by server time
     */
    public record SectionSource(
            String section,
            Source source,
            boolean believed,
            SectionOutcome.Status status,
            @Nullable String reason,
            Instant observedAt) {}
}
