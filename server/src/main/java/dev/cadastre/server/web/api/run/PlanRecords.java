package dev.cadastre.server.web.api.run;

import dev.cadastre.api.run.JobEffect;
import dev.cadastre.api.run.JobKind;
import dev.cadastre.api.run.JobPlace;
import dev.cadastre.api.run.Plan;
import dev.cadastre.api.run.PlanState;
import dev.cadastre.api.run.PlannedJob;
import dev.cadastre.api.run.PlannedPlace;
import dev.cadastre.api.run.RunJob;
import dev.cadastre.api.run.RunOrder;
import dev.cadastre.api.run.RunSettings;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.server.change.ChangePlan;
import org.jspecify.annotations.Nullable;

/** What is known of plans, as it is sent. */
final class PlanRecords {

    private PlanRecords() {}

    static Plan plan(ChangePlan one) {
        return new Plan(
                one.id(),
                PlanState.valueOf(one.state().name()),
                orNull(one.problem()),
                one.change(),
                one.summary(),
                one.archive(),
                one.file(),
                orNull(one.digest()),
                one.parameters(),
                settings(one.settings()),
                one.hosts(),
                one.environments(),
                one.jobs().stream().map(PlanRecords::job).toList(),
                one.places().stream().map(PlanRecords::place).toList(),
                one.madeBy(),
                one.madeAt(),
                one.run());
    }

    static RunSettings settings(dev.cadastre.change.run.RunSettings one) {
        return new RunSettings(
                one.strategy().toString(),
                RunOrder.valueOf(one.order().name()),
                one.failuresAllowed(),
                one.atOnce(),
                one.approval());
    }

    static RunJob job(JobLine one) {
        return new RunJob(
                one.name(),
                JobPlace.valueOf(one.at().name()),
                JobKind.valueOf(one.kind().name()),
                one.operation(),
                one.summary(),
                one.restarts(),
                one.reloads());
    }

    private static PlannedPlace place(dev.cadastre.change.plan.PlannedPlace one) {
        return new PlannedPlace(
                host(one.place()),
                orNull(one.problem()),
                one.changes(),
                one.jobs().stream().map(PlanRecords::planned).toList());
    }

    private static PlannedJob planned(dev.cadastre.change.plan.PlannedJob one) {
        return new PlannedJob(
                one.job(),
                JobEffect.valueOf(one.effect().name()),
                one.reason(),
                one.wishes(),
                one.differences());
    }

    /** Null for the machine of whoever runs the change. */
    static @Nullable String host(Place place) {
        return place.isLocal() ? null : place.host();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
