package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppPlanStep;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppStep;
import dev.cadastre.api.app.AppVerb;
import dev.cadastre.api.app.Drift;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Apps that are there. */
@Timeout(60)
class AppVerbsTest extends ServedApps {

    @Test
    void appsAreListed() {
        server.on("GET /api/v1/apps?environment=qa&limit=1000", page(app()));

        assertThat(run("app", "list", "qa").out())
                .isEqualTo(
                        """
                        NAME     PARCEL  VERSION  STATE    HOSTS  BOUND TO  OWNER     REVISION  CHANGED
                        shop@qa  shop    1.4.2    current  web1   db@qa     payments  3         2026-01-02 04:04:05+01:00
                        """);
        assertThat(run("app", "list", "qa", "-o", "names").out()).isEqualTo("shop@qa\n");
    }

    @Test
    void appIsShownWithItsValues() {
        server.on(
                "GET " + SHOP + "/revisions/current",
                revision("shop@qa", AppVerb.DEPLOY, AppState.CURRENT, 3, INSTALL));

        assertThat(run("app", "show", "shop@qa").out())
                .containsPattern("owner +payments\n")
                .containsPattern("http.port +8081 +command line +8000 from default")
                .containsPattern("key +\\(secret\\) +command line\n");
        assertThat(run("app", "show", "shop@qa", "-o", "csv").out())
                .startsWith("parameter,host,value,from,instead of\nhttp.port,,8081,command line,");
        assertThat(json(run("app", "show", "shop@qa", "-o", "json").out()).text("app", "name"))
                .contains("shop@qa");
    }

    @Test
    void appThatNeverCameAboutHasNoValues() {
        server.instead(
                "GET " + SHOP,
                new App(
                        "shop@qa",
                        "qa",
                        "shop",
                        "1.4.2",
                        AppState.FAILED,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        0,
                        null));

        Terminal.Outcome shown = run("app", "show", "shop@qa");

        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out()).containsPattern("state +failed\n");
    }

    @Test
    void revisionIsShownWithItsRuns() {
        server.on("GET " + SHOP + "/revisions/2", done(2));

        assertThat(run("app", "show", "shop@qa", "--revision", "2").out())
                .containsPattern("wanted +upgrade\n")
                .containsPattern("upgrade +shop@qa +web1 +42\n");
    }

    @Test
    void historyIsListed() {
        server.on("GET " + SHOP + "/revisions", page(done(3), done(2)));

        assertThat(run("app", "history", "shop@qa").out())
                .containsPattern("3 +upgrade +shop +1.4.2 +current +web1 +anna +42\n");
    }

    private static AppRevision done(int number) {
        return revision(
                "shop@qa",
                AppVerb.UPGRADE,
                AppState.CURRENT,
                number,
                new AppPlanStep(AppStep.UPGRADE, "shop@qa", null, List.of("web1"), PLAN, 42L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    configure shop@qa http.port=8081 -p title=x=y | {"verb":"CONFIGURE","values":{"title":"x=y","http.port":"8081"}}
                    configure shop@qa --unset http.port --serial 1 | {"verb":"CONFIGURE","unset":["http.port"],"options":{"strategy":"serial 1"}}
                    upgrade shop@qa                               | {"verb":"UPGRADE","parcel":"shop"}
                    upgrade shop@qa 1.5.0 --at-once 2             | {"verb":"UPGRADE","parcel":"shop:1.5.0","options":{"atOnce":2}}
                    upgrade shop@qa other:2.0 --bind database=db2 | {"verb":"UPGRADE","parcel":"other:2.0","bindings":{"database":"db2"}}
                    remove shop@qa                                | {"verb":"REMOVE"}
                    remove shop@qa --purge --failures 1           | {"verb":"REMOVE","purge":true,"options":{"failuresAllowed":1}}
                    """)
    void ordersAreSent(String words, String body) {
        server.on(PLANS, appPlan("shop@qa", AppVerb.CONFIGURE, INSTALL));

        Terminal.Outcome planned = run(("app " + words + " --plan").split(" "));

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(sent(PLANS)).isEqualTo(json(body));
    }

    @Test
    void dataAreTakenAwayOnlyWithAQuestionThatSaysSo() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.REMOVE, INSTALL));

        Terminal.Outcome asked =
                terminal().withPerson().input("n\n").run("app", "remove", "shop@qa", "--purge");

        assertThat(asked.err()).contains("Do this, and have its data gone for good? [y/N]");
        assertThat(server.lines()).doesNotContain("POST /api/v1/runs");
    }

    @Test
    void whatWasDoneLastIsUndoneAndWatched() {
        server.on(
                "GET " + SHOP + "/revisions",
                page(revision("shop@qa", AppVerb.CONFIGURE, AppState.PLANNED, 4), done(3)));
        server.on("POST " + SHOP + "/undo", done(3));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));
        server.on("GET /api/v1/runs/42", undone(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", undone(RunPhase.FINISHED, RunStatus.OK));

        Terminal.Outcome undone =
                terminal().withPerson().input("y\n").run("app", "undo", "shop@qa");

        assertThat(undone.status()).as(undone.err()).isZero();
        assertThat(undone.err())
                .contains("Undo revision 3 of shop@qa: upgrade shop 1.4.2? [y/N]")
                .contains("Run 42 is undone.");
    }

    @Test
    void whatTheServerDoesNotUndoIsNotTakenForUndone() {
        server.on("GET " + SHOP + "/revisions", page(done(3)));
        server.on("POST " + SHOP + "/undo", done(3));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));

        Terminal.Outcome undone = run("app", "undo", "shop@qa", "--yes");

        assertThat(undone.status()).isEqualTo(1);
        assertThat(undone.err()).contains("Run 42 is not being undone.");
    }

    @Test
    void whatWasNeverDoneIsNotUndone() {
        server.on("GET " + SHOP + "/revisions", page());

        Terminal.Outcome undone = run("app", "undo", "shop@qa", "--yes");

        assertThat(undone.status()).isEqualTo(1);
        assertThat(undone.err()).contains("Nothing was done to shop@qa");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "qa, ?environment=qa", "shop@qa, ?app=shop%40qa"})
    void driftIsTold(String of, String parameter) {
        server.on(
                "GET /api/v1/drift" + parameter,
                page(new Drift("shop@qa", "qa", "web1", "file", "/etc/shop.conf", "ab", "cd")));

        Terminal.Outcome drift = of.isEmpty() ? run("drift") : run("drift", of);

        assertThat(drift.status()).isEqualTo(1);
        assertThat(drift.out()).contains("shop@qa  qa           web1  file  /etc/shop.conf  ab");
    }

    @Test
    void withoutDriftThatIsSaid() {
        server.on("GET /api/v1/drift", page());

        Terminal.Outcome drift = run("drift");

        assertThat(drift.status()).isZero();
        assertThat(drift.err()).contains("All is as it is declared.");
    }

    @ParameterizedTest
    @CsvSource({"shop", "Shop@qa", "shop@", "@qa", "shop@q/a"})
    void whatIsNoAppIsRefusedHere(String name) {
        Terminal.Outcome shown = run("app", "show", name);

        assertThat(shown.status()).isEqualTo(2);
        assertThat(shown.err()).contains("No app is called " + name);
    }
}
