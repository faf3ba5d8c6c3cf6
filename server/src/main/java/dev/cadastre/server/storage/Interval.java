package dev.cadastre.server.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that a key of a subject had from one moment up to another.
 *
 * @param key what it is the value of
 * @param value JSON, as it was written
 * @param since the first moment
 * @param until the first moment after it; null while it lasts
 */
public record Interval(String key, String value, Instant since, @Nullable Instant until) {}
