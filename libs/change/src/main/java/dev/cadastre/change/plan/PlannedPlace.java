package dev.cadastre.change.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a change would do at one place.
 *
 * @param place where
 * @param problem why nobody could look there; empty if somebody did
 * @param jobs in the change's order; empty if nobody could look there
 */
public record PlannedPlace(Place place, String problem, List<PlannedJob> jobs) {

    /** Copies what can be changed. */
    public PlannedPlace {
        jobs = List.copyOf(jobs);
    }

    /** One that was looked at. */
    public static PlannedPlace of(Place place, List<PlannedJob> jobs) {
        return new PlannedPlace(place, "", jobs);
    }

    /** One that could not be looked at. */
    public static PlannedPlace unseen(Place place, String problem) {
        return new PlannedPlace(place, problem, List.of());
    }

    /** Whether anything would be changed, or may be. */
    public boolean changes() {
        return jobs.stream()
                .map(PlannedJob::effect)
                .anyMatch(effect ->
                        effect == PlannedJob.Effect.CHANGES
                                || effect == PlannedJob.Effect.UNKNOWN
                                || effect == PlannedJob.Effect.REFUSED);
    }

    /**
     * Why what is there now is not what was planned on, a sentence for each job that is affected;
     * none if the plan still holds, or nobody had looked here.
     *
     * @param now what was seen here just now
     */
    public List<String> outdated(PlannedPlace now) {
        List<String> reasons = new ArrayList<>();
        for (PlannedJob planned : jobs) {
            now.jobs().stream()
                    .filter(job -> job.job().equals(planned.job()))
                    .findFirst()
                    .ifPresent(job -> compare(planned, job, reasons));
        }
        return reasons;
    }

    private static void compare(PlannedJob planned, PlannedJob now, List<String> reasons) {
        if (!planned.script().equals(now.script())) {
            reasons.add(
                    "%s is not what was planned: a file or value of the change has changed"
                            .formatted(now.job()));
        } else if (!planned.basis().equals(now.basis())) {
            reasons.add(
                    "%s rests on what has changed since: %s"
                            .formatted(now.job(), difference(planned, now)));
        }
    }

    private static String difference(PlannedJob planned, PlannedJob now) {
        return planned.reason().equals(now.reason())
                ? now.reason()
                : "%s; planned was: %s".formatted(now.reason(), planned.reason());
    }

    /** The same without what is only shown. */
    public PlannedPlace brief() {
        return new PlannedPlace(place, problem, jobs.stream().map(PlannedJob::brief).toList());
    }
}
