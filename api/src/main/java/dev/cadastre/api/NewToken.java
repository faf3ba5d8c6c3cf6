package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token to issue.
 *
 * @param name 1 to 100 letters, digits, dots, hyphens, underscores, at signs or tildes
 * @param expiresAt null for a year from now
 */
public record NewToken(String name, Scope scope, @Nullable Instant expiresAt) {}
