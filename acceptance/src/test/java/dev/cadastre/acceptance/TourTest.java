package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ServerStart.at(folder.resolve("home")).option("--demo").ready();
    }

    @AfterAll
    static void stop() {
        server.close();
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
                browser.open(server.url() + stop.path());
                Waiting.until(
                        PATIENCE,
                        () -> browser.text("body").contains(stop.says()),
                        () -> stop + ": " + browser.text("body"));
                assertThat(browser.text("body"))
                        .as("what is read on %s", stop)
                        .contains("Demonstration: this organisation");
                for (Browser.Look look : Browser.Look.values()) {
                    for (int width : List.of(1280, 390)) {
                        keep(
                                stop,
                                look,
                                width,
                                browser.picture("tour-" + stop.name(), look, width));
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

    /** Which pictures the README shows. */
    private static void keep(Stop stop, Browser.Look look, int width, Path picture)
            throws IOException {
        boolean shown =
                switch (stop.name()) {
                    case "query" -> look == Browser.Look.LIGHT && width == 1280;
                    case "support" -> look == Browser.Look.DARK && width == 1280;
                    case "rules" -> look == Browser.Look.LIGHT && width == 390;
                    default -> false;
                };
        if (shown) {
            Screenshots.keep(picture, "tour-" + stop.name());
        }
        if (stop.name().equals("map") && width == 1280) {
            Screenshots.keep(picture, "map-" + look.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A page of the tour.
     *
     * @param says what is to be read on it
     */
    private record Stop(String name, String path, String says) {}

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
                new Stop("history", "/hosts/shop-web-dev-01/history", "3.0.22"),
                new Stop(
                        "map",
                        "/map?environment=dev&open=app:shop@dev&asset=app:shop@dev",
                        "Whom to call"),
                new Stop("map-table", "/map?environment=dev&view=table", "shop-db-dev-01"),
                new Stop("timeline", "/timeline", "shop"),
                new Stop(
                        "compare",
                        "/compare?a=shop-cache-prod-01&b=shop-web-prod-01",
                        "redis-server"));
    }
}
