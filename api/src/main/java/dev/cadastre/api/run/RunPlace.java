package dev.cadastre.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a place of a run.
 *
 * @param host its name; null for the machine of whoever runs the change
 * @param running what is in flight; null for nothing
 * @param locked whether its lock is the run's, or may be
 * @param failure what failed there, because of which nothing more is done; null for nothing
 * @param cells its jobs, in their order
 * @param undone the undoing of those that were undone, or are to be
 */
public record RunPlace(
        @Nullable String host,
        @Nullable String running,
        boolean locked,
        @Nullable String failure,
        List<RunCell> cells,
        List<RunCell> undone) {}
