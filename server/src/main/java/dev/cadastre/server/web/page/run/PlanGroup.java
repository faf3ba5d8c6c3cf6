package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places where a plan comes to the same.
 *
 * @param problem why nobody could look there; empty if somebody did
 * @param jobs what each step would do
 * @param places where
 */
public record PlanGroup(String problem, List<Line> jobs, List<Place> places) {

    /** What a step would do. */
    public record Line(
            String job,
            PlannedJob.Effect effect,
            String reason,
            List<String> wishes,
            List<String> differences) {

        private static Line of(PlannedJob job) {
            return new Line(job.job(), job.effect(), job.reason(), job.wishes(), job.differences());
        }

        /** The differences as they are shown. */
        public List<RunDiff> shown() {
            return differences.stream().map(RunDiff::of).toList();
        }

        /** Whether all is as it should be already. */
        public boolean isNothing() {
            return effect == PlannedJob.Effect.NOTHING;
        }
    }

    private record Alike(String problem, List<Line> jobs) {}

    /**
     * All places of a plan: those that nobody could look at first, then those with most in common.
     */
    static List<PlanGroup> of(List<PlannedPlace> places) {
        Map<Alike, List<Place>> alike = new LinkedHashMap<>();
        places.forEach(place ->
                alike.computeIfAbsent(
                                new Alike(
                                        place.problem(),
                                        place.jobs().stream().map(Line::of).toList()),
                                _ -> new ArrayList<>())
                        .add(place.place()));
        return alike.entrySet().stream()
                .map(one ->
                        new PlanGroup(one.getKey().problem(), one.getKey().jobs(), one.getValue()))
                .sorted(
                        Comparator.comparing(PlanGroup::isSeen)
                                .thenComparingInt(group -> -group.places().size()))
                .toList();
    }

    /** Whether somebody could look there. */
    public boolean isSeen() {
        return problem.isEmpty();
    }

    /** How many steps would change something there. */
    public long changing() {
        return jobs.stream().filter(job -> job.effect() == PlannedJob.Effect.CHANGES).count();
    }
}
