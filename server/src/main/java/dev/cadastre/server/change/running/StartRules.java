package dev.cadastre.server.change.running;

import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.PlanState;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** Which plans can be carried out. Pure. */
@NamedInterface("running")
public final class StartRules {

    private static final int LONGEST_REASON = 1_000;

    private StartRules() {}

    /** Why a plan cannot be carried out as it is, with all there is; empty if it can. */
    public static List<ChangeProblem> obstacles(ChangePlan plan) {
        if (plan.state() != PlanState.READY) {
            return List.of(notReady(plan));
        }
        if (plan.run() != null) {
            return List.of(usedUp(plan));
        }
        return plan.places().stream()
                .filter(place -> !place.place().isLocal() && !place.problem().isEmpty())
                .map(StartRules::unseen)
                .toList();
    }

    /**
     * Makes sure that a plan can be carried out for that reason.
     *
     * @throws ChangeRefused if it cannot
     */
    static void check(ChangePlan plan, String why) {
        if (why.length() > LONGEST_REASON || why.chars().anyMatch(Character::isISOControl)) {
            throw new ChangeProblem(
                            "run.why-wrong",
                            "why",
                            "The reason is no line of at most %,d characters."
                                    .formatted(LONGEST_REASON),
                            "Write one, or none.")
                    .as(Reason.INVALID);
        }
        List<ChangeProblem> obstacles = obstacles(plan);
        if (!obstacles.isEmpty()) {
            throw new ChangeRefused(Reason.CONFLICT, obstacles);
        }
    }

    /** The refusal of a plan that is carried out already. */
    static ChangeRefused used(ChangePlan plan) {
        return usedUp(plan).as(Reason.CONFLICT);
    }

    private static ChangeProblem usedUp(ChangePlan plan) {
        return new ChangeProblem(
                "run.plan-used",
                "plan",
                "The plan is carried out already, by run %s.".formatted(plan.run()),
                "Plan again.");
    }

    private static ChangeProblem notReady(ChangePlan plan) {
        boolean isLooking = plan.state() == PlanState.LOOKING;
        return new ChangeProblem(
                "plan.not-ready",
                "plan",
                isLooking
                        ? "Hosts are still being looked at."
                        : "The plan did not come about: " + plan.problem(),
                isLooking ? "Wait for it." : "Plan again.");
    }

    private static ChangeProblem unseen(PlannedPlace place) {
        return new ChangeProblem(
                "plan.not-seen",
                "plan",
                "Nobody knows what would be done on %s, which could not be looked at: %s"
                        .formatted(place.place().host(), place.problem()),
                "Plan again when it can be, or without it.");
    }
}
