package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.server.change.PlanState;

/** How the pages of plans say things. */
public final class PlanWording {

    private PlanWording() {}

    /** What a step would come to. */
    public static String word(PlannedJob.Effect effect) {
        return switch (effect) {
            case CHANGES -> "would change";
            case NOTHING -> "as it should be";
            case TRIAL -> "done each time";
            case ENGINE -> "done by the run";
            case REFUSED -> "cannot be done as things are";
            case UNKNOWN -> "nobody can tell beforehand";
        };
    }

    /** The class of its mark. */
    public static String mark(PlannedJob.Effect effect) {
        return switch (effect) {
            case CHANGES -> "going";
            case NOTHING -> "ok";
            case TRIAL, ENGINE -> "idle";
            case REFUSED -> "warn";
            case UNKNOWN -> "unknown";
        };
    }

    /** How far a plan is. */
    public static String word(PlanState state) {
        return switch (state) {
            case LOOKING -> "looking";
            case READY -> "ready";
            case FAILED -> "failed";
        };
    }

    /** The class of its mark. */
    public static String mark(PlanState state) {
        return switch (state) {
            case LOOKING -> "going";
            case READY -> "ok";
            case FAILED -> "crit";
        };
    }
}
