package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.web.page.FormFaults;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The page of a plan: what a change would do where.
 *
 * @param groups places where it comes to the same
 * @param obstacles why it cannot be started as it is
 * @param mayStart whether the reader may start it at all
 * @param why what for, as somebody is about to write
 * @param faults what is wrong with that
 */
public record PlanPage(
        ChangePlan plan,
        List<PlanGroup> groups,
        List<ChangeProblem> obstacles,
        boolean mayStart,
        String why,
        FormFaults faults) {

    /** The most groups of a page. */
    public static final int MOST = 40;

    /** A step, and at how many places it would come to what. */
    public record StepLine(int number, JobLine job, Map<PlannedJob.Effect, Integer> effects) {}

    /** The groups that are shown. */
    public List<PlanGroup> shown() {
        return groups.stream().limit(MOST).toList();
    }

    /** How many places are in groups that are not shown. */
    public int omitted() {
        return groups.stream().skip(MOST).mapToInt(group -> group.places().size()).sum();
    }

    /** How many hosts would be changed, or may be. */
    public long changing() {
        return plan.places().stream().filter(PlannedPlace::changes).count();
    }

    /** The steps in their order. */
    public List<StepLine> steps() {
        List<JobLine> jobs = plan.jobs();
        return java.util.stream.IntStream.range(0, jobs.size())
                .mapToObj(i -> new StepLine(i + 1, jobs.get(i), effects(jobs.get(i).name())))
                .toList();
    }

    private Map<PlannedJob.Effect, Integer> effects(String job) {
        Map<PlannedJob.Effect, Integer> effects = new EnumMap<>(PlannedJob.Effect.class);
        plan.places().stream()
                .flatMap(place -> place.jobs().stream())
                .filter(planned -> planned.job().equals(job))
                .forEach(planned -> effects.merge(planned.effect(), 1, Integer::sum));
        return effects;
    }
}
