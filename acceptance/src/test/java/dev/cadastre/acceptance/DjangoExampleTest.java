package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The life of the example that is written in Python, on two hosts: it is deployed, upgraded with a
 * halt in the middle, kept from spreading by a test, and undone; without a server, and with {@code
 * -Dcadastre.soak=true} by one, too.
 */
class DjangoExampleTest {

    private static final String SETTINGS = "/etc/guestbook/guestbook.ini";

    @TempDir private Path folder;

    private ApplicationHosts hosts;

    @BeforeEach
    void start() {
        hosts = ApplicationHosts.start(folder, "guestbook", Role.DJANGO);
    }

    @AfterEach
    void end() {
        hosts.close();
    }

    static List<Carrier> carriers() {
        return Carrier.COMMAND_LINE.asSample();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void livesItsWholeLife(Carrier carrier) {
        carrier.carry(hosts, folder, runs -> live(runs, folder.resolve("guestbook")));
    }

    private void live(ChangeRuns runs, Path files) {
        Guestbook guestbook = Guestbook.copiedTo(files);
        ChangeRuns oneByOne = runs.with("--serial", "1", "--why", "as the manual tells");

        String first = deploys(oneByOne, guestbook);
        String second = isHaltedInTheMiddleAndGoesOn(oneByOne, guestbook);
        putsBackWhatWasEdited(oneByOne, guestbook);
        aFailingTestKeepsTheSecondHostAsItIs(oneByOne, guestbook);
        leavesNothingWhenAllIsUndone(oneByOne, first, second);
    }

    private String deploys(ChangeRuns runs, Guestbook guestbook) {
        ChangeRuns.Ended first = runs.start(guestbook.change(), 0);

        assertThat(first.status()).isEqualTo("OK");
        assertThat(first.step("web1", "schema")).isEqualTo("OK changed");
        assertThat(first.step("web2", "schema")).isEqualTo("OK");
        assertThat(first.step("web2", "application")).isEqualTo("OK changed");
        hosts.web().forEach(host -> assertThat(Guestbook.release(host)).isEqualTo("1.0"));
        Guestbook.write(hosts.web(1), "Ada", "first <words>");
        assertThat(Guestbook.page(hosts.web(2)).body()).contains("Ada", "first &lt;words&gt;");
        assertThat(runs.plan(guestbook.change()).exited(0).out()).doesNotContain("would change");
        return first.id();
    }

    private String isHaltedInTheMiddleAndGoesOn(ChangeRuns runs, Guestbook guestbook) {
        guestbook.become("2.0");
        ChangeRuns.Going going;
        try (ApplicationHosts.TableLock lock = hosts.lock("entries_entry")) {
            going = runs.begin(guestbook.change());
            lock.awaitWaiting();
            runs.run("halt", going.id()).exited(0);
        }
        ChangeRuns.Ended halted = going.ended(1);
        assertThat(halted.status()).isEqualTo("STOPPED");
        assertThat(halted.step("web1", "schema")).isEqualTo("OK changed");
        assertThat(halted.step("web1", "daemon")).isEqualTo("PENDING");
        assertThat(hosts.sql("SELECT count(place) FROM entries_entry")).isEqualTo("0");
        hosts.web().forEach(host -> assertThat(Guestbook.release(host)).isEqualTo("1.0"));
        Guestbook.write(hosts.web(2), "Bob", "with the release before");

        hosts.web(1).run("sed -i 's/^title = .*/title = Book of guests/' " + SETTINGS);
        ChangeRuns.Ended resumed = runs.again("resume", going.id(), 0);

        assertThat(resumed.status()).isEqualTo("OK");
        hosts.web().forEach(host -> assertThat(Guestbook.release(host)).isEqualTo("2.0"));
        assertThat(Guestbook.page(hosts.web(1)).body()).contains("<h1>Book of guests</h1>", "Bob");
        return resumed.id();
    }

    private void putsBackWhatWasEdited(ChangeRuns runs, Guestbook guestbook) {
        assertThat(runs.plan(guestbook.change()).exited(0).out())
                .contains("-title = Book of guests", "+title = Guestbook");

        ChangeRuns.Ended again = runs.start(guestbook.change(), 0);

        assertThat(again.step("web1", "settings")).isEqualTo("OK changed");
        assertThat(again.step("web2", "settings")).isEqualTo("OK");
        assertThat(again.step("web1", "schema")).isEqualTo("OK");
        Waiting.until(
                Duration.ofSeconds(20),
                () -> Guestbook.page(hosts.web(1)).body().contains("<h1>Guestbook</h1>"),
                () -> "it was not restarted: " + Guestbook.page(hosts.web(1)).body());
    }

    private void aFailingTestKeepsTheSecondHostAsItIs(ChangeRuns runs, Guestbook guestbook) {
        guestbook.become("2.1");

        ChangeRuns.Ended failed = runs.start(guestbook.change(), 1);

        assertThat(failed.status()).isEqualTo("FAILED");
        assertThat(failed.step("web1", "test")).isEqualTo("FAILED");
        assertThat(failed.ran().err()).contains("CRITICAL");
        assertThat(failed.step("web2", "packages")).isEqualTo("PENDING");
        assertThat(Guestbook.page(hosts.web(1)).statusCode()).isEqualTo(500);
        assertThat(Guestbook.release(hosts.web(2))).isEqualTo("2.0");

        ChangeRuns.Ended undone = runs.again("undo", failed.id(), 0);

        assertThat(undone.undone("web1", "daemon")).startsWith("OK");
        hosts.web().forEach(host -> assertThat(Guestbook.release(host)).isEqualTo("2.0"));
        assertThat(hosts.web(1).run("ls /opt/guestbook")).isEqualTo("1.0\n2.0\n");
    }

    private void leavesNothingWhenAllIsUndone(ChangeRuns runs, String first, String second) {
        runs.again("undo", second, 0);

        hosts.web().forEach(host -> assertThat(Guestbook.release(host)).isEqualTo("1.0"));
        assertThat(hosts.sql("SELECT text FROM entries_entry ORDER BY id"))
                .isEqualTo("first <words>\nwith the release before");

        runs.again("undo", first, 0);

        hosts.web()
                .forEach(host ->
                        assertThat(
                                        host.run(
                                                "ls -d /opt/guestbook /etc/guestbook"
                                                        + " /var/lib/cadastre/daemons/*"
                                                        + " ~ops/.cadastre/bundles/* 2>&1"
                                                        + " | grep -v 'No such' || :;"
                                                        + " id guestbook 2>/dev/null || :"))
                                .isEmpty());
        assertThat(hosts.sql("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'entries%'"))
                .isEqualTo("0");
    }
}
