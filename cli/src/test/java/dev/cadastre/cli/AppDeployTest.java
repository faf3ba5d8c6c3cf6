package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.app.AppPlanStep;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppStep;
import dev.cadastre.api.app.AppVerb;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Apps as they are deployed: what is shown, agreed to and started in which order. */
@Timeout(60)
class AppDeployTest extends DeployedApps {

    @Test
    void showsValuesWithWhereTheyAreFromAndCarriesItOut() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        ends(RunStatus.OK);

        Terminal.Outcome deployed =
                deploy("-p", "http.port=8081", "--why", "release", "--canary", "1");

        assertThat(deployed.status()).as(deployed.err()).isZero();
        assertThat(deployed.out())
                .contains("shop@qa: deploy shop 1.4.2, signed by release, on web1")
                .contains(
                        "8081      command line              8000 from default"
                                + " (parameters.schema.json:3)")
                .containsPattern("workers +web1 +4 +host web1 \\(estate.ini:9\\)")
                .containsPattern("http.port +8000 +8081\n")
                .containsPattern("database +postgresql >=13 +db@qa +db1\n")
                .contains("1. install shop@qa, on web1")
                .contains("warm-up: would change")
                .contains("warm-up  this machine  ok");
        assertThat(deployed.err()).contains("shop@qa: deploy shop 1.4.2, as revision 4.");
        assertThat(sent(PLANS))
                .isEqualTo(
                        json(
                                """
                                {"verb":"DEPLOY","parcel":"shop:1.4.2","hosts":["web1"],
                                 "values":{"http.port":"8081"},
                                 "options":{"strategy":"canary 1 pause"}}
                                """));
        assertThat(sent(RUNS).text("plan")).contains(PLAN.toString());
        assertThat(sent(RUNS).text("why")).contains("release");
    }

    @Test
    void stepsAreStartedOneAfterTheOther() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, BIND, INSTALL));
        ends(RunStatus.OK);

        Terminal.Outcome deployed = deploy();

        assertThat(deployed.status()).as(deployed.err()).isZero();
        assertThat(deployed.out()).contains("1. bind db@qa as database, on db1", "2. install");
        assertThat(written()).containsExactly(PLANS, RUNS, RUNS);
    }

    @Test
    void nothingIsStartedBehindOneThatFailed() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, BIND, INSTALL));
        ends(RunStatus.FAILED);

        Terminal.Outcome deployed = deploy();

        assertThat(deployed.status()).isEqualTo(1);
        assertThat(deployed.err())
                .contains("Run 42: FAILED")
                .contains("Not started: install shop@qa, on web1")
                .contains("cadastre app undo shop@qa");
        assertThat(written()).containsExactly(PLANS, RUNS);
    }

    @Test
    void whatTheServerTakesBackIsWatchedAndStaysAFailure() {
        AppPlanStep upgrade =
                new AppPlanStep(AppStep.UPGRADE, "shop@qa", null, List.of("web1"), PLAN, null);
        server.on(PLANS, appPlan("shop@qa", AppVerb.UPGRADE, upgrade));
        ends(RunStatus.FAILED);
        server.on("GET /api/v1/runs/42", undone(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", undone(RunPhase.FINISHED, RunStatus.OK));

        Terminal.Outcome upgraded = run("app", "upgrade", "shop@qa", "1.5.0", "--yes");

        assertThat(upgraded.status()).isEqualTo(1);
        assertThat(upgraded.err())
                .containsSubsequence("Run 42: FAILED", "is being undone", "Run 42 is undone.");
    }

    @Test
    void nothingIsDoneUnlessThatIsAgreedTo() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));

        Terminal.Outcome declined =
                terminal()
                        .withPerson()
                        .input("n\n")
                        .run("app", "deploy", "shop@qa", "shop", "--on", "web1");

        assertThat(declined.status()).isEqualTo(1);
        assertThat(declined.err()).contains("Do this? [y/N]").contains("Nothing was done");
        assertThat(run("app", "deploy", "shop@qa", "shop").status()).isEqualTo(2);
        assertThat(written()).containsOnly(PLANS);
    }

    @Test
    void planIsShownOnly() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));

        assertThat(deploy("--plan").status()).isZero();
        assertThat(json(deploy("--plan", "-o", "json").out()).text("revision", "number"))
                .contains("4");
        assertThat(written()).containsOnly(PLANS);
    }

    @Test
    void whatIsAsItShouldBeIsLeftAlone() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY));

        Terminal.Outcome deployed = deploy();

        assertThat(deployed.status()).isZero();
        assertThat(deployed.err()).contains("All is as it should be; nothing was started.");
    }

    @Test
    void programsGetTheRevisionOnceTheServerHasNoticedTheEnd() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        ends(RunStatus.OK);
        String revision = "GET " + SHOP + "/revisions/4";
        server.on(revision, revision("shop@qa", AppVerb.DEPLOY, AppState.RUNNING, 4, INSTALL));
        server.on(revision, revision("shop@qa", AppVerb.DEPLOY, AppState.CURRENT, 4, INSTALL));

        Terminal.Outcome deployed = deploy("-o", "json");

        assertThat(json(deployed.out()).text("state")).contains("CURRENT");
    }

    @Test
    void oneRunMayBeLeftToTheServerAndSeveralMayNot() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, BIND, INSTALL));

        assertThat(deploy("--detach").status()).isZero();
        Terminal.Outcome two = deploy("--detach");

        assertThat(two.status()).isEqualTo(2);
        assertThat(two.err()).contains("It takes 2 runs");
        assertThat(written()).containsExactly(PLANS, RUNS, PLANS);
    }

    @Test
    void runThatWaitsForNobodyIsWatchedToItsEnd() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));

        assertThat(deploy().err()).contains("Run 42: OK");
    }
}
