package dev.cadastre.server.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API token; its secret is not.
 *
 * @param name unique among the tokens that are not revoked
 * @param createdBy the actor that issued it
 * @param lastUsedAt exact to the minute; null where it never was
 */
public record Token(
        long id,
        String name,
        Grant grant,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
