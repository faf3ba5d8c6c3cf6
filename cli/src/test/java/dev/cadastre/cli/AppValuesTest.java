package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Problem;
import dev.cadastre.api.app.AppVerb;
import dev.cadastre.api.run.PlanState;
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

/** Values that are given to an app, and secrets that are asked for. */
@Timeout(60)
class AppValuesTest extends DeployedApps {

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
}
