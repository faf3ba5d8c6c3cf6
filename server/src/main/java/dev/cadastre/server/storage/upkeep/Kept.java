package dev.cadastre.server.storage.upkeep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept.
 *
 * @param what as people speak of it
 * @param time how long; null for ever
 */
public record Kept(String what, @Nullable Duration time) {}
