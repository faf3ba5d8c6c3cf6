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
 * @param contradictions where a source that is not believed tells something else than the one that
 *     is
 * @param jsonstats how asking its jsonstats server went; null if it has none or was never asked
 * @param conflicts those that concern it and are not resolved
 */
public record HostDetail(
        Host host,
        List<IdentityKey> identity,
        List<SectionSource> sources,
        List<Contradiction> contradictions,
        @Nullable Jsonstats jsonstats,
        List<Conflict> conflicts) {
    public HostDetail {
        identity = List.copyOf(identity);
        sources = List.copyOf(sources);
        contradictions = List.copyOf(contradictions);
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

    /**
     * Two sources that tell different things.
     *
     * @param section the section that is told by both
     * @param subject {@code fact os.version}, {@code deb openssl}
     * @param believed the source that is believed
     * @param value what that one tells
     * @param other the source that tells otherwise
     * @param told what that one told
     * @param toldAt when it did
     */
    public record Contradiction(
            String section,
            String subject,
            Source believed,
            String value,
            Source other,
            String told,
            Instant toldAt) {}
}
