package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Problem;
import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppVerb;
import dev.cadastre.api.run.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Apps that are deployed because another needs them. */
@Timeout(60)
class AppProviderTest extends DeployedApps {

    @Test
    void providerThatNobodyHasIsDeployedFirst() {
        refuses(PLANS, missingProvider());
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        server.on(DATABASE_PLANS, appPlan("postgresql@qa", AppVerb.DEPLOY, INSTALL));
        ends(RunStatus.OK);

        Terminal.Outcome deployed =
                terminal()
                        .withPerson()
                        .input("y\n")
                        .run("app", "deploy", "shop@qa", "shop:1.4.2", "--on", "web1");

        assertThat(deployed.status()).as(deployed.err()).isZero();
        assertThat(deployed.err())
                .containsOnlyOnce("[y/N]")
                .contains("Do this, and then deploy shop@qa without another question?");
        assertThat(written()).containsExactly(PLANS, DATABASE_PLANS, RUNS, PLANS, RUNS);
        assertThat(sent(DATABASE_PLANS))
                .isEqualTo(
                        json(
                                """
                                {"verb":"DEPLOY","parcel":"postgresql:15.2","hosts":["web1"]}
                                """));
        assertThat(sent(PLANS).text("bindings", "database")).contains("postgresql");
    }

    @Test
    void whatNeedsAProviderWaitsUntilTheServerHasNoticedIt() {
        refuses(PLANS, missingProvider());
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        server.on(DATABASE_PLANS, appPlan("postgresql@qa", AppVerb.DEPLOY, INSTALL));
        server.instead(
                DATABASE_REVISION,
                revision("postgresql@qa", AppVerb.DEPLOY, AppState.RUNNING, 4, INSTALL));
        server.on(
                DATABASE_REVISION,
                revision("postgresql@qa", AppVerb.DEPLOY, AppState.CURRENT, 4, INSTALL));
        ends(RunStatus.OK);

        assertThat(deploy().status()).isZero();
        assertThat(server.lines())
                .filteredOn(line -> line.equals(DATABASE_REVISION) || line.equals(PLANS))
                .containsExactly(PLANS, DATABASE_REVISION, DATABASE_REVISION, PLANS);
    }

    @Test
    void providerGoesWhereThePersonSaysAndIsCalledAsTheySay() {
        refuses(PLANS, missingProvider());
        server.on("HEAD /api/v1/apps/db%40qa", 404, "text/plain", "");
        server.on("POST /api/v1/apps/db%40qa/plans", appPlan("db@qa", AppVerb.DEPLOY, INSTALL));

        Terminal.Outcome planned =
                run(
                        "app",
                        "deploy",
                        "shop@qa",
                        "shop",
                        "--on",
                        "web1,web2",
                        "--on",
                        "database=group:db env:qa",
                        "--bind",
                        "database=db",
                        "--plan");

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(planned.err()).contains("After that shop@qa is deployed");
        assertThat(sent("POST /api/v1/apps/db%40qa/plans").text("q")).contains("group:db env:qa");
    }

    @Test
    void nameThatNobodyHasIsOfTheProviderUnlessAnotherWouldDo() {
        Problem.Part unknown =
                new Problem.Part("app.provider-unknown", "bindings.database", "No app db.", null);
        refuses(PLANS, unknown);
        server.on("HEAD /api/v1/apps/db%40qa", 404, "text/plain", "");
        server.on("POST /api/v1/apps/db%40qa/plans", appPlan("db@qa", AppVerb.DEPLOY, INSTALL));
        server.on("GET /api/v1/apps?environment=qa&limit=1000", page(app()));

        assertThat(deploy("--bind", "database=db", "--plan").status()).isZero();

        App other =
                new App(
                        "pg@qa",
                        "qa",
                        "postgresql",
                        "15.2",
                        AppState.CURRENT,
                        List.of("db1"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        1,
                        THEN);
        server.instead("GET /api/v1/apps?environment=qa&limit=1000", page(app(), other));

        Terminal.Outcome refused = deploy("--bind", "database=db", "--plan");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("pg@qa would do.").contains("--on database=HOST");
        assertThat(deploy("--bind", "database=db", "--on", "database=db1", "--plan").status())
                .isZero();
    }

    @Test
    void providerOfAnotherEnvironmentIsNotDeployed() {
        refuses(PLANS, missingProvider());

        Terminal.Outcome refused = deploy("--bind", "database=db@prod");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(written()).containsExactly(PLANS);
    }

    @Test
    void onSeveralHostsAPersonHasToSayWhereTheProviderGoes() {
        refuses(PLANS, missingProvider());
        server.on(
                "GET /api/v1/hosts?q=group%3Aweb&limit=2",
                page(Samples.host("a"), Samples.host("b")));

        Terminal.Outcome refused = run("app", "deploy", "shop@qa", "shop", "--on", "group:web");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("No app of qa provides postgresql >=13.")
                .contains("--on database=HOST");
        assertThat(written()).containsExactly(PLANS);
    }

    @Test
    void appThatIsThereIsNotTakenForTheProvider() {
        refuses(PLANS, missingProvider());
        server.has(DATABASE);

        assertThat(deploy().err()).contains("postgresql@qa is there, and does not do");
    }
}
