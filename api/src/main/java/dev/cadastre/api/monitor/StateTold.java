package dev.cadastre.api.monitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something else is thought of a monitor than before, as {@code /api/v1/events} tells it.
 *
 * @param id of the monitor
 * @param name what it is called
 * @param asset what it checks
 * @param environment where that is
 * @param at when that changed
 * @param state what its last result says
 * @param since since when results say so without a break
 * @param certain the state that is certain, and told
 * @param attempt how many results in a row told of a problem that is not certain yet; 0 if it is
 * @param unreachableBecause the asset that it needs and that is down; null if there is none
 * @param flapping whether it changes too often to be told of
 * @param downtime whether it may be down for now
 * @param output one line of its last result
 */
public record StateTold(
        long id,
        String name,
        String asset,
        String environment,
        Instant at,
        MonitorState state,
        Instant since,
        MonitorState certain,
        int attempt,
        @Nullable String unreachableBecause,
        boolean flapping,
        boolean downtime,
        String output) {}
