package dev.cadastre.server.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit list.
 *
 * @param id grows with each line; gaps are possible
 * @param at server time
 * @param actor who acted, {@code person:anna}
 * @param action a stable word, {@code token.issue}, or method and path template of a request
 * @param subject what it was done to, {@code token:ci}; never a secret
 * @param environment the subject's environment; null where it has none
 * @param outcome {@code done}, {@code refused}, or the status that a request was answered with
 * @param address where the request came from; null for what the server did by itself
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable String environment,
        String outcome,
        @Nullable String address) {}
