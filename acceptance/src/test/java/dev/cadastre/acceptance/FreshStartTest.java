package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new home on this machine: one command, and the first question is answered everywhere. */
class FreshStartTest {

    @TempDir private static Path folder;

    private static RunningServer server;
    private static String here;

    @BeforeAll
    static void start() {
        server = ServerStart.at(folder.resolve("home")).ready();
        here = Programs.run("hostname").exited(0).out().strip();
        server.awaitOutcome(here, "COLLECTED");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theCommandLineAndDpkgQueryAgree() {
        List<String> ours =
                server.items("host", here, "packages", "--type", "deb").stream()
                        .map(item ->
                                item.get("name").asString()
                                        + " "
                                        + item.get("version").asString()
                                        + " "
                                        + item.get("arch").asString())
                        .sorted()
                        .toList();

        assertThat(ours).isEqualTo(installed());
    }

    private static List<String> installed() {
        String format = "${db:Status-Status} ${Package} ${Version} ${Architecture}\\n";
        String prefix = "installed ";
        return Programs.run("dpkg-query", "-W", "-f", format)
                .exited(0)
                .out()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .sorted()
                .toList();
    }

    @Test
    void aLinkLetsTheFirstPersonInWhoThenSeesWhatIsInstalled() throws IOException {
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile"))) {
            browser.open(server.url() + "/hosts/" + here + "?q=libc6");

            assertThat(browser.text("table")).contains("libc6");
            browser.open(server.url() + "/hosts/" + here);
            Screenshots.keep(browser.picture("host", Browser.Look.LIGHT, 1280), "host");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void everyPageFitsOnATelephoneAndHasNoErrors() throws IOException {
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile2"))) {
            for (Page page : pages()) {
                browser.open(server.url() + page.path());
                for (Browser.Look look : Browser.Look.values()) {
                    Path picture = browser.picture(page.name(), look, 1280);
                    if (look == Browser.Look.LIGHT && page.isOf("installation")) {
                        Screenshots.keep(picture, page.name());
                    }
                    browser.picture(page.name(), look, 390);
                }
                assertThat(browser.overflow()).as("pixels beyond the screen on " + page).isZero();
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private record Page(String name, String path) {
        boolean isOf(String other) {
            return name.equals(other);
        }
    }

    private static List<Page> pages() {
        return List.of(
                new Page("home", "/"),
                new Page("hosts", "/hosts"),
                new Page("host", "/hosts/" + here),
                new Page("host-facts", "/hosts/" + here + "/facts"),
                new Page("package", "/packages/show?name=libc6&type=deb"),
                new Page("compare", "/compare?a=" + here + "&b=" + here),
                new Page("timeline", "/timeline"),
                new Page("installation", "/administration/installation"),
                new Page("manual", "/manual"),
                new Page("manual-found", "/manual?q=restore+backup"),
                new Page("manual-chapter", "/manual/install"));
    }
}
