package dev.cadastre.api;

import java.time.Instant;

/**
 * Two sources that tell different things of a host.
 *
 * @param section the section that both tell
 * @param subject {@code fact os.version}, {@code deb openssl}
 * @param believed the source that is believed
 * @param value what that one tells, and what all other answers show
 * @param other the source that tells otherwise
 * @param told what that one told
 * @param toldAt when it last did
 */
public record Contradiction(
        String section,
        String subject,
        SectionSource.Source believed,
        String value,
        SectionSource.Source other,
        String told,
        Instant toldAt) {}
