package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Advisory;
import dev.cadastre.api.InstalledRuntime;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.LoadedAdvisories;
import dev.cadastre.api.LoadedSupportFacts;
import dev.cadastre.api.Support;
import dev.cadastre.api.SupportHost;
import dev.cadastre.api.SupportItem;
import dev.cadastre.api.SupportLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportVerbsTest {

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    private static Support support(String cycle, Support.Status status, String words) {
        return new Support(
                status,
                "python",
                "Python",
                cycle,
                words,
                null,
                LocalDate.parse("2025-10-31"),
                null,
                -386L,
                null,
                "https://example.org",
                LocalDate.parse("2026-11-21"),
                "/support/python/" + cycle);
    }

    @Test
    void showsWhatAHostHasWithItsWaysUp() {
        var way =
                new SupportItem.WayUp(
                        SupportItem.WayUp.Place.ON_ITS_KIND,
                        "3.11.2",
                        "/usr/bin/python3.11",
                        "web2",
                        4,
                        null,
                        "shop: supported until 2027-10-31.",
                        new SupportItem.Benefit(730L, 5, 3, List.of("shop", "gunicorn")),
                        support("3.11", Support.Status.SUPPORTED, "supported until 2027-10-31"));
        var offered =
                new SupportItem.WayUp(
                        SupportItem.WayUp.Place.IN_ITS_REPOSITORIES,
                        "3.12.5-2",
                        null,
                        null,
                        0,
                        new SupportItem.Offer("python3.12", false, "appstream"),
                        "This host: supported until 2028-10-31.",
                        new SupportItem.Benefit(null, null, null, List.of()),
                        support("3.12", Support.Status.SUPPORTED, "supported until 2028-10-31"));
        var item =
                new SupportItem(
                        SupportItem.Kind.RUNTIME,
                        "python",
                        "3.9.2",
                        "/usr/bin/python3.9",
                        List.of(new InstalledRuntime.Use("gunicorn", "shop", 1000, 2)),
                        support("3.9", Support.Status.ENDED, "ended 2025-10-31"),
                        List.of(offered, way),
                        new SupportItem.Repositories(
                                Instant.parse("2026-11-21T10:00:00Z"), null, "were asked"));
        server.on("GET /api/v1/hosts/web1/support", new ListPage<>(List.of(item), null));

        assertThat(terminal().run("support", "web1").out())
                .contains("python", "3.9.2", "ended 2025-10-31", "gunicorn")
                .contains("python3.12 3.12.5-2 is in its repositories (asked 2026-11-21); 3.11.2")
                .contains(
                        "3.11.2 as on 4 of its kind, web2 [730 days more, 3 of 5 advisories gone,"
                                + " for shop, gunicorn]");
        assertThat(terminal().run("support", "web1", "--status", "supported").out())
                .doesNotContain("3.9.2");
    }

    @Test
    void saysThatRepositoriesWereNeverAsked() {
        var item =
                new SupportItem(
                        SupportItem.Kind.RUNTIME,
                        "python",
                        "3.9.2",
                        null,
                        List.of(),
                        support("3.9", Support.Status.ENDED, "ended 2025-10-31"),
                        List.of(),
                        new SupportItem.Repositories(
                                null, null, "never asked: cadastre upgrades host:web1"));
        server.on("GET /api/v1/hosts/web1/support", new ListPage<>(List.of(item), null));

        assertThat(terminal().run("support", "web1").out())
                .contains("never asked: cadastre upgrades host:web1");
    }

    @Test
    void showsWhoHasALineAndWhereEachCouldGo() {
        var item =
                new SupportItem(
                        SupportItem.Kind.RUNTIME,
                        "python",
                        "3.9.2",
                        null,
                        List.of(),
                        support("3.9", Support.Status.ENDED, "ended 2025-10-31"),
                        List.of(),
                        new SupportItem.Repositories(
                                null, null, "never asked: cadastre upgrades host:web1"));
        server.on(
                        "GET /api/v1/support/python/3.9/hosts?limit=1000",
                        new ListPage<>(
                                List.of(
                                        new SupportHost(
                                                "web1", "prod", List.of("3.9.2"), List.of(item))),
                                "more"))
                .on(
                        "GET /api/v1/support/python/3.9/hosts?after=more&limit=1000",
                        new ListPage<>(
                                List.of(new SupportHost("web2", "qa", List.of("3.9.3"), List.of())),
                                null));

        assertThat(terminal().run("support", "--line", "python/3.9").out())
                .contains("web1", "prod", "3.9.2", "never asked: cadastre upgrades host:web1")
                .contains("web2", "qa", "3.9.3");
        assertThat(terminal().run("support", "--line", "python").err()).contains("python/3.9");
    }

    @Test
    void reportsAllHosts() {
        var line =
                new SupportLine(
                        support("3.9", Support.Status.ENDED, "ended 2025-10-31"),
                        3,
                        List.of(new SupportLine.EnvironmentHosts("qa", 3)));
        server.on(
                "GET /api/v1/support?status=ENDED&within=90d", new ListPage<>(List.of(line), null));

        assertThat(terminal().run("support", "--status", "ended", "--within", "90d").out())
                .contains("Python 3.9", "ended 2025-10-31", "qa 3");
    }

    @Test
    void sendsFilesOneAfterAnother() throws IOException {
        Path facts = Files.writeString(home.resolve("python.json"), "{}");
        Path zip = Files.write(home.resolve("all.zip"), new byte[] {'P', 'K', 3, 4, -1});
        server.on("POST /api/v1/support/facts", new LoadedSupportFacts(List.of("python"), 13))
                .on("POST /api/v1/advisories", new LoadedAdvisories(7, 1, 9, 2));

        assertThat(terminal().run("support", "load", facts.toString()).err())
                .contains("13 releases of python");
        assertThat(terminal().run("advisories", "load", zip.toString()).err())
                .contains("7 advisories, 1 of them withdrawn; 2 of 9 packages");
        assertThat(server.last().body()).startsWith("PK");
        assertThat(terminal().run("advisories", "load", home.resolve("none").toString()).status())
                .isEqualTo(1);
    }

    @Test
    void showsAdvisoriesWithWhatFixesThem() {
        var advisory =
                new Advisory(
                        "DSA-1-1",
                        List.of("CVE-2024-1"),
                        "A hole",
                        null,
                        "HIGH",
                        null,
                        Instant.parse("2024-01-02T03:04:05Z"),
                        null,
                        2,
                        List.of(
                                new Advisory.VulnerablePackage(
                                        "libssl3", "deb", "3.0.9-1", "3.0.11-1", 2)));
        server.on(
                "GET /api/v1/advisories?host=web1&limit=1000",
                new ListPage<>(List.of(advisory), null));

        assertThat(terminal().run("advisories", "web1").out())
                .contains("DSA-1-1", "HIGH", "libssl3 3.0.9-1 (fixed in 3.0.11-1)", "A hole");
    }
}
