package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one section of a host's record was last told.
 *
 * @param section {@code packages-dpkg}, {@code sockets}, {@code plugin:billing}
 * @param source who told it: {@code probe} or {@code push}
 * @param status whether it is the whole truth: {@code COLLECTED}, {@code ABSENT}, {@code PARTIAL},
 *     {@code TRUNCATED}, {@code TIMED_OUT}, {@code FAILED} …
 * @param reason what went wrong, as a sentence; null when there is nothing to say
 * @param observedAt when it was told
 */
public record SectionSource(
        String section,
        String source,
        String status,
        @Nullable String reason,
        Instant observedAt) {}
