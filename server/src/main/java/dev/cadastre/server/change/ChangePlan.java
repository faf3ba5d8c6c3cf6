package dev.cadastre.server.change;

import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.RunSettings;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change, where it is to be done, and what it would do there.
 *
 * @param archive the digest of the change's archive
 * @param file the change in it
 * @param change its name
 * @param summary what it is for; may be empty
 * @param parameters what it was given
 * @param settings how it is to be run
 * @param environments those of its hosts
 * @param hosts by name
 * @param jobs in their order
 * @param state how far it has come
 * @param problem why it does not come about; empty if it does
 * @param places what would be done; empty until that is known
 * @param digest of the plan; empty likewise
 * @param madeBy the actor that asked for it
 * @param run the id of the run that carries it out; null if none does
 * @param task what of an app it does; null for a change by itself
 */
public record ChangePlan(
        UUID id,
        String archive,
        String file,
        String change,
        String summary,
        Map<String, String> parameters,
        RunSettings settings,
        List<String> environments,
        List<String> hosts,
        List<JobLine> jobs,
        PlanState state,
        String problem,
        List<PlannedPlace> places,
        String digest,
        String madeBy,
        Instant madeAt,
        @Nullable Long run,
        @Nullable Long task) {

    /** Copies what it has several of. */
    public ChangePlan {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        environments = List.copyOf(environments);
        hosts = List.copyOf(hosts);
        jobs = List.copyOf(jobs);
        places = List.copyOf(places);
    }
}
