package dev.cadastre.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do at a place.
 *
 * @param host its name; null for the machine of whoever runs the change
 * @param problem why nobody could look there; null if somebody did
 * @param changes whether anything would be changed, or may be
 * @param jobs in their order; none if nobody could look there
 */
public record PlannedPlace(
        @Nullable String host, @Nullable String problem, boolean changes, List<PlannedJob> jobs) {}
