package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map of 5,000 assets, as much as is drawn at once, and what is said of one beyond. */
class LargeMapPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DRAWN = 5_000;
    private static final String DATABASE = "daemon:postgres@app-000-db-1";

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = ServerStart.at(folder.resolve("home")).ready();
        String map = MapText.of(DRAWN / MapText.EACH);
        server.cadastreReading(map, "api", "POST", "map/import?source=dcim", "-").exited(0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void staysReadableAndTellsWhatFallsWithOneDatabase() throws IOException {
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile"))) {

            browser.open(server.url() + "/map?down=" + DATABASE);

            Waiting.until(
                    PATIENCE,
                    () -> browser.has("#map aside .body h1") && browser.has("#map .is-hit"),
                    () -> browser.text("body"));
            assertThat(browser.text("#map aside .body")).contains("What falls", "1 app");
            assertThat(browser.all("#map .card", "data-box").size()).isBetween(3, 300);
            for (Browser.Look look : Browser.Look.values()) {
                for (int width : List.of(1280, 390)) {
                    Path picture = browser.picture("map-5000", look, width);
                    assertThat(browser.overflow()).isZero();
                    if (width == 1280) {
                        String name = look.name().toLowerCase(Locale.ROOT);
                        Screenshots.keep(picture, "map-5000-" + name);
                    }
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
