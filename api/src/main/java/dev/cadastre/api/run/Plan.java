package dev.cadastre.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change, where it is to be done, and what it would do there.
 *
 * @param problem why it does not come about; null if it does
 * @param change its name
 * @param summary what it is for; may be empty
 * @param archive the digest of its archive
 * @param file where it is in that
 * @param digest of the plan; null until it is ready
 * @param parameters what the change was given
 * @param environments those of its hosts
 * @param hosts by name
 * @param places what would be done; none until that is known
 * @param madeBy who asked for it
 * @param run the id of the run that carries it out; null if none does
 */
public record Plan(
        UUID id,
        PlanState state,
        @Nullable String problem,
        String change,
        String summary,
        String archive,
        String file,
        @Nullable String digest,
        Map<String, String> parameters,
        RunSettings settings,
        List<String> hosts,
        List<String> environments,
        List<RunJob> jobs,
        List<PlannedPlace> places,
        String madeBy,
        Instant madeAt,
        @Nullable Long run) {}
