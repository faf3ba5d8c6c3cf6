package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.acceptance.Browser.Look;
import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** The page of a run as people use it, by mouse and by keys, while hosts are changed. */
class RunPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STANDS = "#rows td[tabindex='0']";

    /** Its second step ends on a host when that has a file, and its last one fails on run2. */
    private static final String GREETING =
            """
            [change]
            name = %1$s
            [step greet]
            op = command.run
            command = echo '<b>hello</b>'
            [step linger]
            op = command.run
            command = echo lingering; until test -e /tmp/%1$s; do sleep 0.1; done
            timeout = 3m
            [step look]
            op = note
            text = Look whether <i>all</i> is well
            [step prove]
            op = command.run
            command = test ${host} = run1
            """;

    private static final String MOTTO =
            """
            [change]
            name = %s
            [step motto]
            op = files.copy
            source = motto
            target = /tmp/%1$s
            [step more]
            op = command.run
            command = echo more
            """;

    @TempDir private static Path folder;

    private static Lab lab;
    private static List<LabHost> hosts = List.of();
    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.open(folder);
        hosts = lab.hosts(Stream.of("run1", "run2", "run3").map(HostSpec::debian).toList());
        EstateText estate =
                new EstateText(lab.identity())
                        .environment("qa")
                        .environment("prod")
                        .lines("run.approval = yes\n")
                        .host(hosts.get(0), "qa")
                        .host(hosts.get(1), "qa")
                        .host(hosts.get(2), "prod");
        server =
                ServerStart.at(folder.resolve("home"))
                        .option("--estate=" + estate.write(folder.resolve("estate.ini")))
                        .ready();
        hosts.forEach(host -> server.awaitOutcome(host.name(), "COLLECTED"));
        browser = Browser.signedInAt(server, folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
        lab.close();
    }

    private static void until(BooleanSupplier met) {
        Waiting.until(PATIENCE, met, () -> browser.address() + browser.text("body"));
    }

    private static Path change(String name, String text) throws IOException {
        Path of = Files.createDirectories(folder.resolve(name));
        Files.writeString(of.resolve("motto"), "be polite\n");
        return Files.writeString(of.resolve(name + ".change"), text.formatted(name));
    }

    /** The page of a run that the server carries out alone, of a change of that name. */
    private static String started(String name, String text, String... more) throws IOException {
        String[] words =
                Stream.concat(
                                Stream.of(
                                        "run",
                                        "start",
                                        change(name, text).toString(),
                                        "--yes",
                                        "--detach",
                                        "--why",
                                        "to be polite"),
                                Stream.of(more))
                        .toArray(String[]::new);
        server.cadastre(words).exited(0);
        String id =
                server.cadastre("api", "GET", "runs?limit=1&change=" + name)
                        .exited(0)
                        .items()
                        .getFirst()
                        .get("id")
                        .asString();
        browser.open(server.url() + "/runs/" + id);
        until(() -> browser.has("html[data-stream=open]"));
        return id;
    }

    /** What a change of that name would change on a host. */
    private static JsonNode planned(String name, String host) throws IOException {
        String change = change(name, MOTTO).toString();
        return server.cadastre("run", "plan", change, "--on", host, "-o", "json").exited(0).json();
    }

    private static void untilState(String word) {
        until(() -> browser.texts("#state").equals(List.of(word)));
    }

    private static String standsOn() {
        return String.join(" ", browser.all(STANDS, "aria-label"));
    }

    @Test
    void whatGoesOnIsSeenAsItHappensHaltedByTheMouseAndResumedByKeys() throws IOException {
        started("lingering", GREETING, "--on", "run1,run2");
        until(() -> browser.all("#rows td.running", "class").size() == 2);
        assertThat(browser.all("#rows td.changed", "class")).hasSize(2);

        browser.click("#at-run1 td.running");
        until(() -> browser.has("#panel pre.output"));
        until(() -> browser.text("#panel").contains("lingering"));
        hosts.get(0).run("touch /tmp/lingering");
        until(() -> browser.has("#at-run1 td.asks"));
        until(() -> browser.text("#panel").contains("done, and changed something"));
        assertThat(browser.has("#at-run2 td.running")).isTrue();

        browser.click("#ask-HALT");
        untilState("halting");
        hosts.get(1).run("touch /tmp/lingering");
        untilState("stopped");
        assertThat(browser.text("#story")).contains("halted it");

        browser.press("#ask-RESUME", Keys.ENTER);
        until(() -> browser.all("#rows td.asks", "class").size() == 2);
        assertThat(browser.text("#story")).contains("resumed it");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void oneMovesAmongTheCellsByKeysAnswersSkipsAndGoesOn() throws IOException {
        hosts.forEach(host -> host.run("touch /tmp/greeting"));
        String id = started("greeting", GREETING, "--on", "run1,run2");
        until(() -> browser.has("#asks button[value=CONFIRM]"));
        until(() -> browser.all("#rows td.asks", "class").size() == 2);
        assertThat(browser.text("#asks"))
                .contains("Look whether <i>all</i> is well", "run1", "run2");

        browser.click("#at-run1 td.changed");
        until(() -> browser.has("#panel pre.output"));
        assertThat(browser.text("#panel")).contains("greet on run1", "<b>hello</b>");
        browser.type(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(standsOn()).isEqualTo("look on run2: a person has to answer");
        browser.type(Keys.ENTER);
        until(() -> browser.text("#panel").contains("look on run2"));
        browser.type(Keys.ESCAPE);
        assertThat(browser.has("#panel[hidden]")).isTrue();
        browser.type(Keys.HOME);
        assertThat(standsOn()).isEqualTo("greet on run2: done, and changed something");

        browser.press("#asks button[value=CONFIRM]", Keys.ENTER);
        untilState("failed");
        until(() -> browser.has("#at-run2.is-failed td.failed"));
        assertThat(browser.has("#at-run1 td.failed")).isFalse();
        assertThat(browser.text("#now")).contains("prove", "run2", "Put right what is wrong");
        assertThat(browser.has("#ask-HALT")).isFalse();
        narrowAndWide("run-page");

        browser.click("#at-run2 td.failed");
        until(() -> browser.has("#ask-SKIP-here"));
        browser.press("#ask-SKIP-here", Keys.ENTER);
        browser.agree();
        until(() -> browser.has("#at-run2 td.skipped"));
        browser.press("#ask-RESUME", Keys.ENTER);
        untilState("ok");

        browser.open(server.url() + "/runs?environment=qa");
        assertThat(browser.text("#run-" + id)).contains("greeting", "to be polite", "ok");
        narrowAndWide("run-list");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPlanShowsItsDifferencesAndIsStartedThere() throws IOException {
        hosts.get(0).run("echo 'be rude' >/tmp/motto; chown ops /tmp/motto");
        JsonNode plan = planned("motto", "run1");
        browser.open(server.url() + "/runs/plans/" + plan.get("id").asString());
        assertThat(browser.text("pre.diff")).contains("-be rude", "+be polite");
        narrowAndWide("run-plan");

        browser.press("form.start button", Keys.ENTER);
        untilState("ok");

        assertThat(hosts.get(0).run("cat /tmp/motto")).isEqualTo("be polite\n");
        browser.click("#at-run1 td.changed");
        until(() -> browser.has("#panel pre.diff"));
        assertThat(browser.text("#panel")).contains("-be rude", "+be polite");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aSecondPersonApprovesIt() throws IOException {
        started("approved", MOTTO, "--on", "run3");
        untilState("waits for approval");
        assertThat(browser.has("#rows td.changed")).isFalse();

        browser.press("#ask-APPROVE", Keys.ENTER);
        browser.agree();

        untilState("ok");
        assertThat(browser.text("#about")).contains("approved by");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void oneAgreesToEachStepByKeys() throws IOException {
        String plan = planned("stepwise", "run1").get("id").asString();
        String run =
                server.cadastre(
                                "api",
                                "POST",
                                "runs",
                                "{\"plan\":\"%s\",\"step\":true}".formatted(plan))
                        .exited(0)
                        .json()
                        .get("id")
                        .asString();
        browser.open(server.url() + "/runs/" + run);
        until(() -> browser.text("body").contains("motto on run1"));
        assertThat(hosts.get(0).run("ls /tmp")).doesNotContain("stepwise");

        browser.press("#asks button.primary", Keys.ENTER);
        until(() -> browser.text("body").contains("more on run1"));
        assertThat(hosts.get(0).run("cat /tmp/stepwise")).isEqualTo("be polite\n");
        browser.press("#asks button.primary", Keys.ENTER);

        untilState("ok");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Nothing is wider than the window. */
    private static void narrowAndWide(String name) {
        for (Look look : Look.values()) {
            for (int width : List.of(390, 1280)) {
                browser.picture(name, look, width);
                assertThat(browser.overflow()).as(name + " " + look + " " + width).isZero();
            }
        }
    }
}
