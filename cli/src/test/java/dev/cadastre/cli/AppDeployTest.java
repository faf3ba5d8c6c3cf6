package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Problem;
import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppPlanStep;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppStep;
import dev.cadastre.api.app.AppVerb;
import dev.cadastre.api.run.PlanState;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.session.Keyboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Apps as they are deployed: what is asked for, shown, agreed to and started in which order. */
@Timeout(60)
class AppDeployTest extends ServedApps {

    private static final String RUNS = "POST /api/v1/runs";

    private List<String> written() {
        return server.lines().stream().filter(line -> line.startsWith("POST")).toList();
    }

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
                        "8081      command line              8000 from default (parameters.schema.json:3)")
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

    @Test
    void secretThatIsMissingIsAskedForAndNeverShown() {
        refuses(
                PLANS,
                new Problem.Part(
                        "parameter.missing",
                        "parameters.schema.json:7",
                        "Key has no value; nothing was told.",
                        null));
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        ends(RunStatus.OK);

        Terminal.Outcome deployed =
                terminal()
                        .variable("CADASTRE_SECRET_KEY", "swordfish")
                        .run("app", "deploy", "shop@qa", "shop", "--on", "web1", "--yes");

        assertThat(deployed.status()).as(deployed.err()).isZero();
        assertThat(sent(PLANS).at("values")).isEqualTo(json("{\"key\":\"swordfish\"}"));
        assertThat(deployed.out() + deployed.err()).doesNotContain("swordfish");
    }

    @Test
    void secretOfHostsIsTypedOnceForAllPlansAndRuns() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, BIND, INSTALL));
        server.instead("GET /api/v1/plans/" + PLAN, plan(PlanState.LOOKING));
        server.instead("GET /api/v1/plans/" + PLAN + "/asks", page(secret()));
        server.on("POST /api/v1/plans/" + PLAN + "/secrets", 204, "text/plain", "");
        server.instead(ASKS, page(secret()));
        server.on("POST /api/v1/runs/42/secrets", 204, "text/plain", "");
        going(1);
        List<String> prompts = new ArrayList<>();

        Terminal.Outcome deployed =
                terminal()
                        .withPerson()
                        .keyboard(typing("swordfish", prompts))
                        .run("app", "deploy", "shop@qa", "shop", "--on", "web1", "--yes");

        assertThat(deployed.status()).as(deployed.err()).isZero();
        assertThat(sent("POST /api/v1/runs/42/secrets").text("value")).contains("swordfish");
        assertThat(prompts).hasSize(1);
    }

    private static Keyboard typing(String text, List<String> prompts) {
        return new Keyboard() {
            @Override
            public String secret(String prompt) {
                prompts.add(prompt);
                return text;
            }

            @Override
            public Listening onInterrupt(Runnable action) {
                return () -> {};
            }
        };
    }

    @Test
    void whatIsMissingAndIsNoSecretIsToldAtOnce() {
        refuses(
                PLANS,
                new Problem.Part(
                        "parameter.missing", "values.http.port", "http.port has no value", null),
                new Problem.Part("parameter.unknown", "shop.ini:2", "there is no titel", null));

        Terminal.Outcome refused = deploy();

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("values.http.port: http.port has no value")
                .contains("shop.ini:2: there is no titel");
        assertThat(written()).containsExactly(PLANS);
    }

    @Test
    void secretInTheArgumentsIsRefused() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));

        Terminal.Outcome refused = deploy("-p", "key=swordfish");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("key=@FILE").doesNotContain("swordfish");
        assertThat(written()).containsExactly(PLANS);
    }

    @Test
    void valuesComeFromFilesAndFromThePerson() throws IOException {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        Path values = Files.writeString(shop.resolve("shop.ini"), "[parameters]\ntitle = Shop\n");
        Path key = Files.writeString(shop.resolve("key"), "sword fish\n");

        Terminal.Outcome planned =
                terminal()
                        .variable("CADASTRE_SECRET_KEY_ID", "7")
                        .run(
                                "app",
                                "deploy",
                                "shop@qa",
                                "shop",
                                "--plan",
                                "-p",
                                values.toString(),
                                "-p",
                                "key=@" + key,
                                "-p",
                                "key.id=?",
                                "-p",
                                "title=@@home");

        assertThat(planned.status()).as(planned.err()).isZero();
        Json sent = sent(PLANS);
        assertThat(sent.at("values"))
                .isEqualTo(
                        json(
                                """
                                {"key":"sword fish","key.id":"7","title":"@home"}
                                """));
        assertThat(sent.list("files")).hasSize(1);
        assertThat(sent.list("files").getFirst().text("name")).contains(values.toString());
        assertThat(sent.list("files").getFirst().text("text"))
                .contains("[parameters]\ntitle = Shop\n");
    }

    @Test
    void wordThatIsNeitherPairNorFileIsRefusedBeforeAnythingIsAsked() {
        Terminal.Outcome refused = deploy("-p", "nothing.ini");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("There is no file nothing.ini");
        assertThat(server.lines()).isEmpty();
    }

    @Test
    void runThatWaitsForNobodyIsWatchedToItsEnd() {
        server.on(PLANS, appPlan("shop@qa", AppVerb.DEPLOY, INSTALL));
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));

        assertThat(deploy().err()).contains("Run 42: OK");
    }
}
