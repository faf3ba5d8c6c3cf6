package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.acceptance.Browser.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of monitors as people use them, while what is monitored changes. */
class MonitorPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The demonstration invents a past first, and then looks at one thing after the other. */
    private static final Duration UNTIL_IT_BREAKS = Duration.ofMinutes(4);

    @TempDir private static Path folder;

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = ServerStart.at(folder.resolve("home")).option("--demo").ready();
        browser = Browser.signedInAt(server, folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static void until(BooleanSupplier met) {
        Waiting.until(PATIENCE, met, () -> browser.address() + browser.text("body"));
    }

    /** A monitor of a device of its own, whose results are told. */
    private static String passive(String name) {
        server.cadastre("asset", "set", "device:" + name).exited(0);
        server.cadastre(
                        "monitor",
                        "add",
                        name,
                        "device:" + name,
                        "--kind",
                        "passive",
                        "--retries",
                        "0")
                .exited(0);
        return "device:" + name + "/" + name;
    }

    private static void tell(String monitor, String state, String output) {
        server.cadastre("monitor", "result", monitor, state, output).exited(0);
    }

    private static String address(String monitor) {
        String name = monitor.substring(monitor.indexOf('/') + 1);
        return server.cadastre("api", "GET", "monitors?name=" + name)
                .exited(0)
                .json()
                .at("/items/0/id")
                .asString();
    }

    @Test
    void aRowChangesInPlaceWhenSomethingElseIsThought() {
        String monitor = passive("live-row");
        tell(monitor, "ok", "it works");
        browser.open(server.url() + "/monitors?text=live-row");
        until(() -> browser.has("html[data-stream=open]"));
        assertThat(browser.text("#rows tbody")).contains("ok", "it works");

        tell(monitor, "critical", "it is on fire");

        until(() -> browser.text("#rows tbody").contains("it is on fire"));
        assertThat(browser.has("#rows tr.edge-crit .state.crit")).isTrue();
        assertThat(browser.text("#states")).contains("critical 1");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMonitorShowsItsValuesWithWhatTheyMeanAndItsStateChangesInPlace() {
        String monitor = passive("live-page");
        tell(monitor, "ok", "load is low | load=0.7;4;8");
        browser.open(server.url() + "/monitors/" + address(monitor));
        until(() -> browser.has("html[data-stream=open]"));
        assertThat(browser.text("#now")).contains("ok", "load is low");
        assertThat(browser.text("#metrics")).contains("load", "0.7");

        tell(monitor, "warning", "load is high | load=5;4;8");

        until(() -> browser.text("#now").contains("load is high"));
        assertThat(browser.text("#state")).isEqualTo("warning");
        assertThat(browser.has("#strip svg[role=img][aria-label*='ok']")).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void checkingNowShowsTheAnswerInPlace() {
        server.cadastre("asset", "set", "device:itself").exited(0);
        server.cadastre(
                        "monitor",
                        "add",
                        "answers",
                        "device:itself",
                        "--kind",
                        "http",
                        "--interval",
                        "1d",
                        "--setting",
                        "url=" + server.url() + "/healthz")
                .exited(0);
        browser.open(server.url() + "/monitors/" + address("device:itself/answers"));
        String address = browser.address();

        browser.click("#check-now");

        until(() -> browser.text("#now").contains("Found"));
        assertThat(browser.address()).isEqualTo(address);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theMapMarksWhatMonitorsFindAndTellsOfItBesideIt() {
        String host = "shop-db-dev-01";
        until(() -> server.cadastre("asset", "host:" + host).exit() == 0);
        server.cadastre(
                        "monitor",
                        "add",
                        "disk",
                        "host:" + host,
                        "--kind",
                        "passive",
                        "--retries",
                        "0")
                .exited(0);
        browser.open(server.url() + "/map?environment=dev&asset=host:" + host);
        until(() -> browser.has(".map-bar[data-ready]"));

        tell("host:" + host + "/disk", "critical", "full");

        until(() -> browser.has("#map .mark.crit"));
        browser.open(server.url() + "/hosts/" + host + "/monitors");
        assertThat(browser.text("#rows")).contains("disk", "critical", "full");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theIncidentOfABrokenDatabaseNamesTheUpgradeBeforeIt() throws IOException {
        Waiting.until(
                UNTIL_IT_BREAKS, () -> incidentOfDatabase().isPresent(), () -> "no incident of it");

        browser.open(server.url() + "/incidents/" + incidentOfDatabase().orElseThrow());

        assertThat(browser.text("main")).contains("Because of", "postgresql-15", "Whom to call");
        pictures("incident");
        assertThat(browser.complaints()).isEmpty();
    }

    /** The demonstration's own. */
    private static Optional<String> incidentOfDatabase() {
        return server.items("incident", "list").stream()
                .filter(incident ->
                        incident.get("cause").asString().startsWith("service:5432-tcp@"))
                .map(incident -> incident.get("id").asString())
                .findFirst();
    }

    @Test
    void nothingIsWiderThanTheWindow() throws IOException {
        String monitor = passive("shown");
        tell(monitor, "ok", "12 users | users=12;50;80");
        browser.open(server.url() + "/monitors");
        pictures("monitors");
        browser.open(server.url() + "/monitors/" + address(monitor));
        pictures("monitor");
    }

    /** Of the page that is open, which are not to be wider than the window. */
    private static void pictures(String name) throws IOException {
        Screenshots.keep(browser.picture(name, Look.DARK, 390), name + "-narrow");
        assertThat(browser.overflow()).as(name).isZero();
        Screenshots.keep(browser.picture(name, Look.DARK, 1280), name + "-dark");
        Screenshots.keep(browser.picture(name, Look.LIGHT, 1280), name);
        assertThat(browser.overflow()).as(name).isZero();
    }
}
