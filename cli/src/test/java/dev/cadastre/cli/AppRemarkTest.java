package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppPlan;
import dev.cadastre.api.app.AppRemark;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppVerb;
import dev.cadastre.api.run.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppRemarkTest extends ServedApps {

    private static final List<AppRemark> REMARKS =
            List.of(
                    new AppRemark(
                            "app.consumer-outdated",
                            "api@qa reads shop.port of it.",
                            "cadastre app configure api@qa"),
                    new AppRemark("app.fact-unknown", "workers is its default on web1.", null));

    private static AppPlan remarked() {
        AppPlan plan = appPlan("shop@qa", AppVerb.CONFIGURE, INSTALL);
        return new AppPlan(plan.revision(), plan.differences(), REMARKS, plan.steps());
    }

    @Test
    void planTellsWhatToKnow() {
        server.on(PLANS, remarked());

        Terminal.Outcome planned = run("app", "configure", "shop@qa", "--plan");

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(planned.out())
                .contains("api@qa reads shop.port of it: cadastre app configure api@qa\n")
                .contains("workers is its default on web1.\n");
    }

    @Test
    void programsFindRemarksInThePlanAndPeopleBesideIt() {
        server.on(PLANS, remarked());

        Terminal.Outcome planned = run("app", "configure", "shop@qa", "--plan", "-o", "json");

        assertThat(json(planned.out()).list("remarks")).hasSize(2);
        assertThat(planned.err()).contains("api@qa reads shop.port of it");
    }

    @Test
    void whoHasToBeConfiguredIsToldAgainAtTheEnd() {
        server.on(PLANS, remarked());
        ends(RunStatus.OK);

        Terminal.Outcome done = run("app", "configure", "shop@qa", "--yes");

        assertThat(done.err())
                .contains("Afterwards: api@qa reads shop.port of it: cadastre app configure api@qa")
                .doesNotContain("Afterwards: workers");
    }

    @Test
    void appShowsWhatToKnow() {
        App app = app();
        server.instead(
                "GET " + SHOP,
                new App(
                        app.name(),
                        app.environment(),
                        app.parcel(),
                        app.version(),
                        app.state(),
                        app.hosts(),
                        app.owner(),
                        app.bindings(),
                        app.consumers(),
                        REMARKS,
                        app.revision(),
                        app.changedAt()));
        server.on(
                "GET " + SHOP + "/revisions/current",
                revision("shop@qa", AppVerb.DEPLOY, AppState.CURRENT, 3));

        assertThat(run("app", "show", "shop@qa").out())
                .contains("api@qa reads shop.port of it: cadastre app configure api@qa\n");
    }
}
