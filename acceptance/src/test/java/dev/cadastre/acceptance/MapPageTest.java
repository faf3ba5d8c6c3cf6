package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The map of the demonstration, as people use it: with the pointer, and by keyboard alone. */
class MapPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DEV = "/map?environment=dev";
    private static final String DATABASE = "daemon:postgresql@shop-db-dev-01";
    private static final String SHOP = "[data-box='app:shop@dev']";
    private static final String PANEL = "#map aside .body";
    private static final String FINDER = "#map .finder input";

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

    /** The map follows the reports; it is not asked for before all of them are in it. */
    @BeforeEach
    void awaitTheMap() {
        until(() ->
                server
                        .items("assets", "--kind", "daemon", "--env", "dev", "--limit", "500")
                        .stream()
                        .anyMatch(asset -> asset.get("id").asString().equals(DATABASE)));
        until(() -> server.cadastre("asset", "app:shop@dev").exit() == 0);
    }

    private static void until(BooleanSupplier met) {
        Waiting.until(PATIENCE, met, () -> browser.address() + browser.text("body"));
    }

    private static void open(String path) {
        browser.open(server.url() + path);
        until(() -> browser.has(".map-bar[data-ready]"));
    }

    private static void untilPanel(String... says) {
        until(() -> browser.has(PANEL + " h1"));
        until(() -> List.of(says).stream().allMatch(browser.text(PANEL)::contains));
    }

    private static Set<String> boxes() {
        return new TreeSet<>(browser.all("#map [data-box]", "data-box"));
    }

    @Test
    void anApplicationOpensIntoItsPrograms() {
        open(DEV);
        assertThat(boxes()).contains("env:dev", "app:shop@dev").doesNotContain(DATABASE);

        browser.point(".card" + SHOP);

        until(() -> boxes().contains(DATABASE));
        untilPanel("shop", "Needs", "Whom to call");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsFoundTellsWhatItNeedsWhoNeedsItWhomToCallAndWhatChanged() {
        open(DEV);

        browser.press(FINDER, "postgresql shop-db-dev-01");
        until(() -> browser.has("#map .found li"));
        browser.press(FINDER, Keys.ENTER);

        untilPanel("PostgreSQL on shop-db-dev-01", "shop@demo.example", "Java on shop-app-dev-01");
        untilPanel("Needs", "Needed by", "Last changes");
        assertThat(browser.has(".card.chosen[data-box='" + DATABASE + "']")).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatFallsIsMarkedAndToldUntilThatEnds() {
        open(DEV + "&asset=" + DATABASE);
        untilPanel("What if it stops?");

        browser.click(PANEL + " a[data-map-down]");

        untilPanel("What falls", "Whom it concerns");
        until(() -> browser.has(".card.is-down[data-box='" + DATABASE + "']"));
        assertThat(browser.text("#map .say")).contains("fall", "If PostgreSQL on shop-db-dev-01");
        assertThat(browser.address()).contains("down=" + DATABASE);
        browser.click("#map .say button");
        until(() -> !browser.has(".card.is-down"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theKeyboardAloneReachesAndOpensEverything() {
        open(DEV);

        browser.type("/");
        browser.type("shop", Keys.ENTER);
        untilPanel("shop", "Whom to call");
        until(() -> focused().equals("app:shop@dev"));
        browser.type(Keys.ARROW_DOWN);
        until(() -> !focused().equals("app:shop@dev"));
        browser.type("/");
        browser.type("shop", Keys.ENTER);
        until(() -> focused().equals("app:shop@dev"));
        browser.type(Keys.ENTER);
        until(() -> boxes().contains(DATABASE));
        browser.type(Keys.ESCAPE);
        until(() -> browser.has("#map aside[hidden]"));
        assertThat(browser.complaints()).isEmpty();
    }

    private static String focused() {
        return browser.all("#map [data-box]:focus", "data-box").stream().findFirst().orElse("");
    }

    @Test
    void aLinkShowsOthersTheSame() {
        open(DEV);
        browser.point(".card" + SHOP);
        until(() -> boxes().contains(DATABASE));
        Set<String> shown = boxes();
        String address = browser.address();

        browser.open("about:blank");
        browser.open(address);

        until(() -> boxes().equals(shown));
        untilPanel("shop", "Whom to call");
    }

    @Test
    void aLineListsTheRelationsThatItStandsFor() {
        open(DEV + "&edge=app:billing@dev+external:203.0.113.40");

        untilPanel("billing needs 203.0.113.40", "connects to", "5 relations");
        browser.click(PANEL + " a[data-map-relation]");

        untilPanel("Who says so", "203.0.113.40:443", "It is right");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theTableHasAllThatIsDrawn() {
        Set<String> drawn =
                server.cadastre("api", "GET", "map?environment=dev&limit=5000")
                        .exited(0)
                        .json()
                        .get("assets")
                        .valueStream()
                        .map(asset -> "/map/" + asset.get("id").asString())
                        .collect(Collectors.toSet());

        browser.open(server.url() + DEV + "&view=table");
        until(() -> browser.has("main table td"));

        assertThat(new TreeSet<>(browser.all("main table td:first-child a", "href")))
                .containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatNobodyCanObserveIsToldByAFormAndPutRightBesideTheMap() {
        browser.open(server.url() + "/map/tell");
        browser.fill("[name=kind]", "device");
        browser.fill("[name=name]", "map-switch");
        browser.fill("[name=labels]", "no value");
        browser.fill("[name=others]", "host:nowhere");
        browser.click("form.pairs button");
        until(() -> browser.has("[role=alert]"));
        assertThat(browser.text("form.pairs"))
                .contains("“no value” is not “name = value”", "There is no asset host:nowhere");

        browser.fill("[name=labels]", "site = berlin");
        browser.fill("[name=others]", "host:shop-web-dev-01");
        browser.click("form.pairs button");
        until(() -> browser.has("#told"));
        assertThat(browser.text("#told"))
                .contains("device:map-switch", "berlin", "shop-web-dev-01");

        open("/map?asset=device:map-switch");
        untilPanel("Call it otherwise");
        browser.click(PANEL + " details summary");
        browser.fill(PANEL + " details [name=value]", "The big switch");
        browser.click(PANEL + " details button");
        untilPanel("The big switch", "called “The big switch”");
        until(() -> browser.text("#map .stage").contains("The big switch"));
        browser.click(PANEL + " .plain button");
        until(() -> !browser.text(PANEL).contains("called “The big switch”"));
        assertThat(browser.complaints())
                .allSatisfy(each -> assertThat(each).contains("/map/tell", "400"));
    }
}
