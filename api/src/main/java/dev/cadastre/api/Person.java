package dev.cadastre.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param hasPassword whether a password was chosen; without one only a sign-in link lets in
 * @param disabledAt since when the person may not sign in; null for those who may
 */
public record Person(
        long id,
        String name,
        List<Grant> grants,
        boolean hasPassword,
        Instant createdAt,
        @Nullable Instant disabledAt) {}
