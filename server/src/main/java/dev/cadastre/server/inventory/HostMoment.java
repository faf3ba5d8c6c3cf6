package dev.cadastre.server.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A host at a moment.
 *
 * @param host its name
 * @param at the moment; null for now
 */
public record HostMoment(String host, @Nullable Instant at) {}
