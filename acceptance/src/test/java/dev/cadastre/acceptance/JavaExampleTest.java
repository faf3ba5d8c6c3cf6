package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The life of the example that is written in Java and run from its jar, on two hosts: it is
 * deployed, upgraded with a halt in the middle, kept from spreading by a test, and undone; by a
 * server, and with {@code -Dcadastre.soak=true} without one, too.
 */
class JavaExampleTest {

    private static final String SETTINGS = "/etc/links/links.properties";

    @TempDir private Path folder;

    private ApplicationHosts hosts;
    private LinksJars links;

    @BeforeEach
    void start() throws IOException {
        hosts = ApplicationHosts.start(folder, "links", Role.JAVA);
        links = new LinksJars(folder.resolve("jars"));
    }

    @AfterEach
    void end() {
        hosts.close();
    }

    static List<Carrier> carriers() {
        return Carrier.SERVER.asSample();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void livesItsWholeLife(Carrier carrier) {
        carrier.carry(hosts, folder, this::live);
    }

    private void live(ChangeRuns any) {
        ChangeRuns runs = any.with("--serial", "1");

        String first = deploys(runs);
        String second = isHaltedInTheMiddleAndGoesOn(runs);
        aFailingTestKeepsTheSecondHostAsItIs(runs);
        leavesNothingWhenAllIsUndone(runs, first, second);
    }

    private static String page(LabHost host) {
        return host.run("curl -s --retry 20 --retry-delay 1 --retry-connrefused localhost:8000/");
    }

    private void eachShows(String text) {
        hosts.web().forEach(host -> assertThat(page(host)).contains(text));
    }

    private String deploys(ChangeRuns runs) {
        ChangeRuns.Ended first = runs.start(links.jar(), 0);

        assertThat(first.step("web1", "schema")).isEqualTo("OK changed");
        assertThat(first.step("web2", "schema")).isEqualTo("OK");
        eachShows("Links, release 1.0");
        hosts.web(1).run("curl -sf -X PUT -d https://example.com/a localhost:8000/a");
        eachShows("a https://example.com/a\n");
        assertThat(runs.plan(links.jar()).exited(0).out()).doesNotContain("would change");
        return first.id();
    }

    private String isHaltedInTheMiddleAndGoesOn(ChangeRuns runs) {
        links.become("2.0");
        ChangeRuns.Going going;
        try (ApplicationHosts.TableLock lock = hosts.lock("link")) {
            going = runs.begin(links.jar());
            lock.awaitWaiting();
            runs.run("halt", going.id()).exited(0);
        }
        ChangeRuns.Ended halted = going.ended(1);
        assertThat(halted.status()).isEqualTo("STOPPED");
        assertThat(halted.step("web1", "schema")).isEqualTo("OK changed");
        assertThat(halted.step("web1", "daemon")).isEqualTo("PENDING");
        eachShows("Links, release 1.0");

        hosts.web(1).run("echo 'title = Ours' >>" + SETTINGS);
        ChangeRuns.Ended resumed = runs.again("resume", going.id(), 0);

        assertThat(resumed.status()).isEqualTo("OK");
        assertThat(page(hosts.web(1))).contains("Ours, release 2.0", "a https://example.com/a 0");
        assertThat(page(hosts.web(2))).contains("Links, release 2.0");
        assertThat(runs.plan(links.jar()).exited(0).out()).doesNotContain("would change");
        return resumed.id();
    }

    private void aFailingTestKeepsTheSecondHostAsItIs(ChangeRuns runs) {
        links.become("2.1");

        ChangeRuns.Ended failed = runs.start(links.jar(), 1);

        assertThat(failed.status()).isEqualTo("FAILED");
        assertThat(failed.step("web1", "test")).isEqualTo("FAILED");
        assertThat(failed.ran().err()).contains("CRITICAL");
        assertThat(failed.step("web2", "account")).isEqualTo("PENDING");
        assertThat(page(hosts.web(1))).contains("the database does not answer");
        assertThat(page(hosts.web(2))).contains("Links, release 2.0");

        runs.again("undo", failed.id(), 0);

        assertThat(page(hosts.web(1))).contains("Ours, release 2.0");
    }

    private void leavesNothingWhenAllIsUndone(ChangeRuns runs, String first, String second) {
        runs.again("undo", second, 0);

        eachShows("release 1.0\na https://example.com/a\n");

        runs.again("undo", first, 0);

        hosts.web()
                .forEach(host ->
                        assertThat(
                                        host.run(
                                                "ls -d /opt/links /etc/links /var/lib/links"
                                                        + " /var/lib/cadastre/daemons/*"
                                                        + " ~ops/.cadastre/bundles/* 2>&1"
                                                        + " | grep -v 'No such' || :;"
                                                        + " id links 2>/dev/null || :"))
                                .isEmpty());
        assertThat(hosts.sql("SELECT to_regclass('link') IS NULL")).isEqualTo("t");
    }
}
