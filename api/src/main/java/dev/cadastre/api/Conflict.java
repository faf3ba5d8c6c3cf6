package dev.cadastre.api;

import java.time.Instant;

/**
 * A doubt about who a host is, for a person to settle.
 *
 * @param id names it in {@code /conflicts/{id}/resolve}
 * @param host the record that the doubtful report was kept under
 * @param other the record that it may also belong to
 * @param environment where the first of the two lives
 * @param reason what speaks for one host and what for two, as a sentence
 * @param since when it was first seen
 */
public record Conflict(
        String id, String host, String other, String environment, String reason, Instant since) {}
