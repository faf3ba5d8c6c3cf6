package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit list.
 *
 * @param actor who acted, {@code person:anna}, {@code token:ci}, {@code visitor}
 * @param action a stable word, {@code token.issue}, or method and path pattern of a request
 * @param subject what it was done to
 * @param environment the subject's; null where it has none
 * @param outcome {@code done}, {@code refused}, or the status a request was answered with
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
