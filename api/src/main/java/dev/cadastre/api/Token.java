package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token.
 *
 * @param createdBy who issued it, {@code person:anna}
 * @param lastUsedAt exact to the minute; null where it never was
 */
public record Token(
        long id,
        String name,
        Scope scope,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
