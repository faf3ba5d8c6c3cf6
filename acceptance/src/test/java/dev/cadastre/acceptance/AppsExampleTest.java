package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.acceptance.Browser.Look;
import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The life of a site and its database as apps, out of the parcels that come with the product:
 * deployed by their names alone, configured, edited by hand, upgraded, and undone.
 */
class AppsExampleTest {

    private static final Path PARCELS = Programs.CHECKOUT.resolve("parcels");
    private static final Path PATCHES = Programs.CHECKOUT.resolve("examples");

    @TempDir private Path folder;

    private Lab lab;
    private LabHost database;
    private List<LabHost> web;
    private RunningServer server;

    @BeforeEach
    void start() {
        lab = Lab.open(folder);
        List<LabHost> hosts =
                lab.hosts(
                        List.of(
                                HostSpec.debian("db1").role(Role.DATABASE),
                                HostSpec.debian("web1").role(Role.DJANGO),
                                HostSpec.debian("web2").role(Role.DJANGO)));
        database = hosts.getFirst();
        web = hosts.subList(1, 3);
        EstateText estate = new EstateText("root", lab.identity()).environment("qa");
        hosts.forEach(host -> estate.host(host, "qa"));
        server =
                ServerStart.at(folder.resolve("home"))
                        .option("--estate=" + estate.write(folder.resolve("estate.ini")))
                        .ready();
        hosts.forEach(host -> server.awaitOutcome(host.name(), "COLLECTED"));
    }

    @AfterEach
    void end() {
        server.close();
        lab.close();
    }

    private Ran app(String... words) {
        return server.cadastre(
                Stream.concat(Stream.of("app"), Stream.of(words)).toArray(String[]::new));
    }

    private JsonNode shown(String app) {
        return server.cadastre("api", "GET", "apps/" + app).exited(0).json();
    }

    @Test
    void isDeployedConfiguredUpgradedAndUndone() throws IOException {
        app("deploy", "db@qa", PARCELS.resolve("postgresql").toString(), "--on", "db1", "--yes")
                .exited(0);
        app(
                        "deploy",
                        "guestbook@qa",
                        PARCELS.resolve("guestbook").toString(),
                        "--on",
                        "web1,web2",
                        "--serial",
                        "1",
                        "--yes")
                .exited(0);
        Guestbook.write(web.getFirst(), "Ada", "first <words>");
        assertThat(Guestbook.page(web.getLast()).body()).contains("Ada", "first &lt;words&gt;");

        nobodyHasTypedAnAsset();
        driftIsSeenAndPutRight();
        oneValueIsConfiguredAndUndone();
        aWrongMigrationComesBackWithItsDataAndAMendedOneSucceeds();
        pagesShowIt();
    }

    private void pagesShowIt() {
        try (Browser browser = Browser.signedInAt(server, folder.resolve("profile"))) {
            browser.open(server.url() + "/apps");
            assertThat(browser.text("table")).contains("guestbook@qa", "1.1.1", "db@qa");
            narrowAndWide(browser, "app-list");
            browser.click("a[href='/apps/guestbook@qa']");
            assertThat(browser.text("table.parameters"))
                    .contains("database.password", "(secret)", "db@qa");
            narrowAndWide(browser, "app-page");
            browser.open(server.url() + "/parcels");
            assertThat(browser.text("table")).contains("guestbook", "postgresql");
            narrowAndWide(browser, "parcel-list");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Nothing is wider than the window. */
    private static void narrowAndWide(Browser browser, String name) {
        for (Look look : Look.values()) {
            for (int width : List.of(390, 1280)) {
                browser.picture(name, look, width);
                assertThat(browser.overflow()).as(name + " " + look + " " + width).isZero();
            }
        }
    }

    private void nobodyHasTypedAnAsset() {
        JsonNode app = shown("guestbook@qa");
        assertThat(app.get("bindings").get(0).get("provider").asString()).isEqualTo("db@qa");
        assertThat(server.cadastre("map", "app:guestbook@qa").exited(0).out())
                .contains("app:db@qa");
        assertThat(server.cadastre("monitor", "list", "-o", "json").exited(0).out())
                .contains("daemon:guestbook@web1", "daemon:guestbook@web2", "daemon:db@db1");
        assertThat(server.cadastre("manual", "guestbook@qa").exited(0).out())
                .containsIgnoringCase("guestbook");
    }

    private void driftIsSeenAndPutRight() {
        server.cadastre("drift", "qa").exited(0);

        web.getFirst().run("sed -i 's/^title = .*/title = By hand/' /etc/guestbook/guestbook.ini");

        assertThat(server.cadastre("drift", "qa").exited(1).out())
                .contains("guestbook@qa", "web1", "/etc/guestbook/guestbook.ini")
                .doesNotContain("web2");
        app("deploy", "guestbook@qa", "guestbook", "--yes").exited(0);
        server.cadastre("drift", "qa").exited(0);
    }

    private void oneValueIsConfiguredAndUndone() {
        app("configure", "guestbook@qa", "title=Book of guests", "--yes").exited(0);
        Waiting.until(
                Duration.ofSeconds(20),
                () -> Guestbook.page(web.getFirst()).body().contains("<h1>Book of guests</h1>"),
                () -> Guestbook.page(web.getFirst()).body());
        assertThat(app("show", "guestbook@qa").exited(0).out())
                .contains("Book of guests", "command line");
        assertThat(app("configure", "guestbook@qa", "workers=many", "--yes").exited(1).err())
                .contains("workers from command line is not taken");

        app("undo", "guestbook@qa", "--yes").exited(0);
        Waiting.until(
                Duration.ofSeconds(20),
                () -> Guestbook.page(web.getFirst()).body().contains("<h1>Guestbook</h1>"),
                () -> Guestbook.page(web.getFirst()).body());
    }

    private void aWrongMigrationComesBackWithItsDataAndAMendedOneSucceeds() throws IOException {
        Guestbook.write(web.getFirst(), "Bob", "second words");
        Path wrong = copied("wrong");
        patch(wrong, "guestbook-1.1");
        patch(wrong, "guestbook-1.1-wrong-migration");

        app("upgrade", "guestbook@qa", wrong.toString(), "--yes").exited(1);

        assertThat(shown("guestbook@qa").get("version").asString()).isEqualTo("1.0.0");
        assertThat(Guestbook.page(web.getFirst()).body()).contains("Ada", "Bob", "second words");

        Path mended = copied("mended");
        patch(mended, "guestbook-1.1");
        Programs.run(
                        "sh",
                        "-c",
                        "grep -rl '1\\.1\\.0' \"$1\" | xargs sed -i 's/1\\.1\\.0/1.1.1/g'",
                        "sh",
                        mended.toString())
                .exited(0);
        app("upgrade", "guestbook@qa", mended.toString(), "--yes").exited(0);

        assertThat(shown("guestbook@qa").get("version").asString()).isEqualTo("1.1.1");
        assertThat(Guestbook.page(web.getLast()).body()).contains("Ada", "Bob");
        server.cadastre("drift", "qa").exited(0);
        assertThat(database.run("ls /var/lib/postgresql-apps")).contains("db");
    }

    private Path copied(String name) throws IOException {
        Path into = Files.createDirectories(folder.resolve(name)).resolve("guestbook");
        Programs.run("cp", "-r", PARCELS.resolve("guestbook").toString(), into.toString())
                .exited(0);
        return into;
    }

    private static void patch(Path parcel, String name) {
        Programs.run(
                        "patch",
                        "-s",
                        "-p1",
                        "-d",
                        parcel.toString(),
                        "-i",
                        PATCHES.resolve(name + ".patch").toString())
                .exited(0);
    }
}
