package dev.cadastre.change.run;

import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation;
import dev.cadastre.change.plan.ChangeDigest;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be run. Immutable.
 *
 * @param run its name or number, unique among runs
 * @param who the person who starts it
 * @param why what for; may be empty
 * @param change what is done
 * @param hosts where
 * @param parameters what the change was given, without secrets
 * @param settings how
 * @param plan what it must still come to; null if nobody has looked before
 */
public record RunOrder(
        String run,
        String who,
        String why,
        Change change,
        List<String> hosts,
        Map<String, String> parameters,
        RunSettings settings,
        @Nullable Plan plan) {

    /**
     * Checks it, and puts hosts in order.
     *
     * @throws IllegalArgumentException if the plan is of another change or other parameters
     */
    public RunOrder {
        hosts = Place.hosts(hosts).stream().map(Place::host).toList();
        parameters = Map.copyOf(parameters);
        if (plan != null && !plan.changeDigest().equals(ChangeDigest.of(change))) {
            throw new IllegalArgumentException(
                    "the change %s is not what was planned; plan again".formatted(change.name()));
        }
        if (plan != null && !plan.parameters().equals(parameters)) {
            throw new IllegalArgumentException(
                    "the parameters of %s are not what was planned with; plan again"
                            .formatted(change.name()));
        }
    }

    /** One without a reason, parameters, or a plan, that is run as usual. */
    public static RunOrder of(String run, String who, Change change, Collection<String> hosts) {
        return new RunOrder(
                run, who, "", change, List.copyOf(hosts), Map.of(), RunSettings.USUAL, null);
    }

    /** The same with settings. */
    public RunOrder with(RunSettings other) {
        return new RunOrder(run, who, why, change, hosts, parameters, other, plan);
    }

    /** The same, which must still come to what was planned. */
    public RunOrder with(Plan other) {
        return new RunOrder(run, who, why, change, hosts, parameters, settings, other);
    }

    /** What its journal begins with. */
    RunHead head() {
        return new RunHead(
                run,
                who,
                why,
                change.name(),
                ChangeDigest.of(change),
                plan == null ? "" : plan.digest(),
                bundle(change),
                new TreeMap<>(parameters),
                settings,
                hosts,
                change.jobs().stream().map(JobLine::of).toList());
    }

    /** By the first job that opens one; otherwise the change's own name. */
    private static String bundle(Change change) {
        return change.jobs().stream()
                .map(job -> job.operation())
                .filter(EngineOperation.OpenBundle.class::isInstance)
                .map(EngineOperation.OpenBundle.class::cast)
                .map(EngineOperation.OpenBundle::bundle)
                .findFirst()
                .orElse(change.name());
    }
}
