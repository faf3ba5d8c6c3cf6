package dev.cadastre.server.timeline;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read, newest first.
 *
 * @param environments only events of these; null for all
 * @param asset only events of what had this name then; null for all
 * @param until only events at or before this time; null for no bound
 * @param beforeId only events with a smaller id, for the next page; null for the first
 * @param limit the most events to return
 */
public record TimelineQuery(
        @Nullable Set<String> environments,
        @Nullable String asset,
        @Nullable Instant until,
        @Nullable Long beforeId,
        int limit) {}
