package dev.cadastre.api.monitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was thought of a monitor for a while.
 *
 * @param from since when
 * @param until until when; null if it lasts
 * @param state what its results said
 * @param certain what was certain
 * @param attempt how many results in a row had told of a problem that was not certain yet
 * @param output the line of the result by which it was thought, at most 1,000 characters of it;
 *     null if there was none
 * @param why what led to it
 * @param unreachableBecause the asset that it needed and that was down; null if there was none
 * @param flapping whether it changed too often to be told of
 * @param downtime whether it was allowed to be down
 */
public record PastState(
        Instant from,
        @Nullable Instant until,
        MonitorState state,
        MonitorState certain,
        int attempt,
        @Nullable String output,
        @Nullable String why,
        @Nullable String unreachableBecause,
        boolean flapping,
        boolean downtime) {}
