package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Walks the README's tour of the demonstration: on the page, in the shell and by curl. */
class TourTest {

    private static final String RUN = "sh run prints ";

    /** Where the README says that the demonstration is. */
    private static final String USUAL_URL = "http://localhost:7780";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Nobody else sees what is mounted there: the laboratory has mounts of its own. */
    private static final Path PLACE = Path.of("/mnt");

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        // Pages name files of the home, which pictures are to show alike on every machine.
        Programs.run("mount", "--bind", folder.toString(), PLACE.toString()).exited(0);
        server = ServerStart.at(PLACE.resolve("home")).option("--demo").ready();
    }

    @AfterAll
    static void stop() {
        server.close();
        Programs.run("umount", PLACE.toString()).exited(0);
    }

    @ParameterizedTest
    @MethodSource
    void commands(MarkdownBlocks.Block example) {
        String path = Programs.CHECKOUT + ":" + System.getenv("PATH");
        Map<String, String> variables =
                Map.of("CADASTRE_HOME", server.home().toString(), "PATH", path);
        String text = example.text().replace(USUAL_URL, server.url());

        Ran ran = Programs.run(variables, "", "/bin/sh", "-euc", text).exited(0);

        assertThat(ran.out()).contains(example.language().substring(RUN.length()));
    }

    static List<MarkdownBlocks.Block> commands() {
        return MarkdownBlocks.ofReadme().stream()
                .filter(block -> block.language().startsWith(RUN))
                .toList();
    }

    @Test
    void everyRuleIsJudgedAndBreachedAsTheTourSays() {
        Waiting.until(
                PATIENCE,
                () -> rules().stream().allMatch(rule -> rule.hasNonNull("evaluatedAt")),
                () -> rules().toString());

        assertThat(rules())
                .extracting(rule -> rule.get("name").asString() + " " + rule.get("hosts").asInt())
                .contains("no-centos 6", "no-compiler-in-prod 5", "no-old-python-in-the-shop 0");
        assertThat(rules()).noneMatch(rule -> rule.hasNonNull("problem"));
    }

    private static List<JsonNode> rules() {
        return server.cadastre("api", "GET", "rules").exited(0).items();
    }

    @Test
    void everyPageOfTheTourSaysThatItIsInventedAndFitsEveryScreen() throws IOException {
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile"))) {
            for (Stop stop : stops()) {
                open(browser, stop);
                assertThat(browser.text("body"))
                        .as("what is read on %s", stop)
                        .contains("Demonstration: this organisation");
                for (Browser.Look look : Browser.Look.values()) {
                    for (int width : List.of(390, 1280)) {
                        keep(stop, look, width, browser.picture(stop.picture(), look, width));
                        assertThat(browser.overflow())
                                .as("pixels beyond the screen on %s at %d", stop, width)
                                .isZero();
                    }
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aQueryIsCompletedWhereItIsSavedToo() {
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile2"))) {
            browser.open(server.url() + "/queries");
            browser.press("form.stack input[name=q]", "env:pr");
            Waiting.until(
                    PATIENCE,
                    () -> browser.has("#query-words option[value='env:prod']"),
                    () -> "nothing is offered: " + browser.source());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aRunThatWasHaltedTellsWhatFailed() throws IOException {
        String run =
                server.items("run", "ls").stream()
                        .filter(each -> each.toString().contains("STOPPED"))
                        .map(each -> each.get("id").asString())
                        .findFirst()
                        .orElseThrow();
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile3"))) {
            browser.open(server.url() + "/runs");
            Screenshots.keep(browser.picture("tour-runs", Browser.Look.LIGHT, 1280), "runs");
            browser.open(server.url() + "/runs/" + run);
            browser.click("#rows td.failed");
            Waiting.until(
                    PATIENCE,
                    () -> browser.text("main").contains("Printed"),
                    () -> browser.text("main"));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void open(Browser browser, Stop stop) {
        browser.open(server.url() + stop.path());
        if (!stop.click().isEmpty()) {
            Waiting.until(PATIENCE, () -> browser.has(stop.click()), stop::toString);
            browser.click(stop.click());
        }
        Waiting.until(
                PATIENCE,
                () -> browser.text("body").contains(stop.says()),
                () -> stop + ": " + browser.text("body"));
    }

    /** As the documents call their pictures. */
    private static void keep(Stop stop, Browser.Look look, int width, Path picture)
            throws IOException {
        String name = stop.picture() + "-" + look.name().toLowerCase(Locale.ROOT);
        Screenshots.keep(picture, width == 390 ? name + "-narrow" : name);
    }

    private static String runThatWasHalted() {
        return server.items("run", "ls", "--change", "shop", "--environment", "prod")
                .getFirst()
                .get("id")
                .asString();
    }

    /**
     * A page of the tour.
     *
     * @param click what is clicked on there, if anything
     * @param says what is to be read on it then
     */
    private record Stop(String name, String path, String click, String says) {

        Stop(String name, String path, String says) {
            this(name, path, "", says);
        }

        /** Its name among the pictures of all documents. */
        String picture() {
            return name.equals("map") ? name : "tour-" + name;
        }
    }

    private static List<Stop> stops() {
        return List.of(
                new Stop("home", "/", "180"),
                new Stop("query", "/hosts?q=os:debian+pkg:openssl&by=pkg:openssl", "3.0.19"),
                new Stop("package", "/packages/show?name=openssl&type=deb", "DEMO-OPENSSL-1"),
                new Stop("advisories", "/advisories", "DEMO-NGINX-1"),
                new Stop("advisory", "/advisories/DEMO-OPENSSL-1", "3.0.22"),
                new Stop("ended", "/support", "Python 2.7"),
                new Stop("support", "/hosts/billing-legacy-prod-01/support", "3.12"),
                new Stop("host", "/hosts/billing-legacy-prod-01", "no-centos"),
                new Stop("sources", "/hosts/billing-legacy-prod-01/sources", "runtimes"),
                new Stop("rules", "/rules", "no-compiler-in-prod"),
                new Stop("rule", "/rules/no-compiler-in-prod", "search-queue-prod-01"),
                new Stop("queries", "/queries", "behind-on-openssl"),
                new Stop(
                        "then",
                        "/hosts/shop-web-dev-01?q=openssl&at="
                                + LocalDate.now(ZoneOffset.UTC).minusWeeks(3)
                                + "T12:00:00Z",
                        "3.0.19"),
                new Stop("history", "/hosts/shop-web-dev-01/history", "3.0.22"),
                new Stop(
                        "map",
                        "/map?environment=dev&open=app:shop@dev&asset=app:shop@dev",
                        "Whom to call"),
                new Stop("impact", "/map?environment=dev&down=host:shop-db-dev-01", "What falls"),
                new Stop("map-table", "/map?environment=dev&view=table", "shop-db-dev-01"),
                new Stop("run", "/runs/" + runThatWasHalted(), "#rows td.failed", "No space left"),
                new Stop("installation", "/administration/installation", "the largest first"),
                new Stop("timeline", "/timeline", "shop"),
                new Stop(
                        "compare",
                        "/compare?a=shop-cache-prod-01&b=shop-web-prod-01",
                        "redis-server"),
                new Stop("monitors", "/monitors?environment=prod", "no-centos"));
    }
}
