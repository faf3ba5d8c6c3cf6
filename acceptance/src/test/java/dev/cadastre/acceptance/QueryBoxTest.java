package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * A query is typed into the box above the hosts, which offers how it may go on, and asked. The list
 * itself is the browser's own; nothing is chosen from it here.
 */
class QueryBoxTest {

    private static final String BOX = ".query input";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ServerStart.at(folder.resolve("home")).ready();
        server.cadastre("host", "add", "shop1", "--env", "prod", "--push").exited(0);
        server.cadastre("host", "add", "shop2", "--env", "qa", "--push").exited(0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsTypedIsCompletedAndAsked() {
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile"))) {
            browser.open(server.url() + "/hosts");

            browser.press(BOX, "env:pr");
            Waiting.until(
                    PATIENCE,
                    () -> browser.has("#query-words option[value='env:prod']"),
                    () -> "nothing is offered: " + browser.source());
            browser.press(BOX, "od", Keys.ENTER);
            Waiting.until(
                    PATIENCE,
                    () -> browser.address().contains("q=env%3Aprod"),
                    () -> "still at " + browser.address());
            Waiting.until(
                    PATIENCE,
                    () -> !browser.text("table").contains("shop2"),
                    () -> browser.text("body"));
            assertThat(browser.text("table")).contains("shop1");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
