package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Environment;
import dev.cadastre.api.Fact;
import dev.cadastre.api.HostCount;
import dev.cadastre.api.HostCounts;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.Origin;
import dev.cadastre.api.PackageHost;
import dev.cadastre.api.PackageVersion;
import dev.cadastre.api.Problem;
import dev.cadastre.api.SearchAnswer;
import dev.cadastre.api.SearchHit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingVerbsTest {

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    @Test
    void alignsHostsAndShowsMomentsInTheReadersZone() {
        server.on(
                "GET /api/v1/hosts?limit=1000",
                new ListPage<>(List.of(Samples.host("web1"), Samples.unreachable("db10")), null));

        var outcome = terminal().run("hosts");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        NAME  ENVIRONMENT  OS                   PACKAGES  OUTCOME             OBSERVED
                        web1  qa           Debian GNU/Linux 12  412       collected           2026-11-20 09:00:00+01:00
                        db10  qa                                0         unreachable, stale  2026-11-20 09:00:00+01:00
                        """);
    }

    @Test
    void printsNoControlCharacterThatAHostReported() {
        server.on(
                "GET /api/v1/hosts?limit=1000",
                new ListPage<>(List.of(Samples.host("web1", "\u001b]0;owned\u0007\u202e")), null));

        for (String format : List.of("table", "csv", "json")) {
            assertThat(terminal().run("hosts", "-o", format).out().replace("\n", ""))
                    .as(format)
                    .contains("owned")
                    .matches("[ -~]*");
        }
    }

    @Test
    void coloursOnATerminalOnly() {
        server.on(
                "GET /api/v1/hosts?limit=1000",
                new ListPage<>(List.of(Samples.unreachable("db1")), null));

        assertThat(terminal().withPerson().run("hosts").out())
                .contains("\u001b[31munreachable, stale\u001b[0m");
        assertThat(terminal().withPerson().variable("NO_COLOR", "1").run("hosts").out())
                .doesNotContain("\u001b");
    }

    @Test
    void asksForHostsByTheWordsOfTheQuery() {
        server.on(
                "GET /api/v1/hosts?q=env%3Aqa+a+group%3Aweb+outcome%3Afailing+b&limit=1000",
                new ListPage<>(List.of(Samples.host("web1")), null));

        var outcome =
                terminal()
                        .run(
                                "hosts",
                                "env:qa",
                                "a",
                                "group:web",
                                "outcome:failing",
                                "b",
                                "-onames");

        assertThat(outcome.out()).isEqualTo("web1\n");
    }

    @Test
    void pointsAtWhatIsWrongWithTheQuery() {
        server.on(
                "GET /api/v1/hosts?q=evn%3Aqa&limit=1000",
                400,
                Problem.MEDIA_TYPE,
                """
                {"code": "query.bad", "detail": "No query.", "remedy": "See the manual.",
                 "problems": [{"code": "query.unknown-field", "where": "column 1",
                               "detail": "no field is called 'evn'; did you mean env?",
                               "column": 1, "length": 3, "suggestion": "env"}]}
                """);

        var outcome = terminal().run("hosts", "evn:qa");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        """
                        cadastre: The query cannot be answered.
                          evn:qa
                          ^^^ no field is called 'evn'; did you mean env? [query.unknown-field]
                          See the manual.
                        """);
    }

    @Test
    void countsHostsByAField() {
        server.on(
                "GET /api/v1/host-counts?q=env%3Aqa&by=pkg%3Aopenssl",
                new HostCounts(
                        3,
                        List.of(
                                new HostCount("3.0.14", 2, Map.of("qa", 1L, "dev", 1L)),
                                new HostCount("3.0.13", 1, Map.of("qa", 1L))),
                        null));

        var outcome = terminal().run("hosts", "env:qa", "--by", "pkg:openssl");

        assertThat(outcome.out())
                .isEqualTo(
                        """
                        VALUE   HOSTS  ENVIRONMENTS
                        3.0.14  2      dev 1, qa 1
                        3.0.13  1      qa 1
                        """);
    }

    @Test
    void printsOneItemALine() {
        server.on(
                "GET /api/v1/hosts?limit=1000",
                new ListPage<>(List.of(Samples.host("web1"), Samples.host("web2")), null));

        assertThat(terminal().run("hosts", "-o", "ndjson").out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{\"id\":"));
    }

    @Test
    void followsAllPages() {
        server.on(
                        "GET /api/v1/hosts?limit=1000",
                        new ListPage<>(List.of(Samples.host("web1")), "web1"))
                .on(
                        "GET /api/v1/hosts?after=web1&limit=1000",
                        new ListPage<>(List.of(Samples.host("web2")), null));

        var outcome = terminal().run("hosts", "-o", "json");

        assertThat(outcome.out()).contains("\"web1\"", "\"web2\"").doesNotContain("next");
    }

    @Test
    void endsAtTheLimitAndTellsWhereToGoOn() {
        server.on(
                "GET /api/v1/hosts?limit=1", new ListPage<>(List.of(Samples.host("web1")), "web1"));

        var outcome = terminal().run("hosts", "--limit", "1", "-o", "json");

        assertThat(outcome.out()).contains("\"next\": \"web1\"");
        assertThat(server.lines()).hasSize(1);
    }

    @Test
    void asksForThePackagesOfAHostAtAMoment() {
        server.on(
                "GET /api/v1/hosts/web1/packages?q=ssl&at=2026-11-20T14%3A30%3A00Z&limit=1000",
                new ListPage<>(List.of(Samples.installed("openssl", "3.0.17")), null));

        var outcome =
                terminal().run("host", "web1", "packages", "--search", "ssl", "--at", "yesterday");

        assertThat(outcome.out())
                .isEqualTo(
                        """
                        NAME     VERSION  ARCH   TYPE  ROOT  SINCE
                        openssl  3.0.17   amd64  deb         2026-11-20 09:00:00+01:00
                        """);
    }

    @Test
    void printsFactsAsCsv() {
        server.on(
                "GET /api/v1/hosts/web1/facts",
                new ListPage<>(
                        List.of(
                                new Fact(
                                        "addresses",
                                        List.of("10.0.0.1", "fe80::1"),
                                        Fact.Kind.STATE,
                                        Samples.SINCE),
                                new Fact("motd", "say \"hi\"", Fact.Kind.STATE, Samples.SINCE)),
                        null));

        assertThat(terminal().run("host", "web1", "facts", "-o", "csv").out())
                .isEqualTo(
                        """
                        name,value,kind,since
                        addresses,"10.0.0.1, fe80::1",state,2026-11-20T08:00:00Z
                        motd,"say ""hi""\",state,2026-11-20T08:00:00Z
                        """);
    }

    @Test
    void showsWhoHasAPackage() {
        server.on(
                "GET /api/v1/packages/hosts?name=openssl&environment=qa&limit=1000",
                new ListPage<>(
                        List.of(
                                new PackageHost(
                                        "web1",
                                        "qa",
                                        Samples.installed("openssl", "3.0.17"),
                                        Samples.SINCE)),
                        null));

        var outcome = terminal().run("package", "openssl", "--env", "qa");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines().skip(1))
                .containsExactly(
                        "web1  qa           3.0.17   amd64  deb         2026-11-20 09:00:00+01:00");
    }

    @Test
    void endsWithNoWhereNobodyHasAPackage() {
        server.on(
                "GET /api/v1/packages/hosts?purl=pkg%3Adeb%2Fx&limit=1000",
                new ListPage<>(List.of(), null));

        var outcome = terminal().run("package", "pkg:deb/x");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("No host has pkg:deb/x.\n");
    }

    @Test
    void countsTheVersionsOfAPackage() {
        server.on(
                "GET /api/v1/packages/versions?name=openssl",
                new ListPage<>(List.of(new PackageVersion("3.0.17", "deb", "qa", 7)), null));

        assertThat(terminal().run("package", "openssl", "--versions").out())
                .isEqualTo(
                        """
                        VERSION  TYPE  ENVIRONMENT  HOSTS
                        3.0.17   deb   qa           7
                        """);
    }

    @Test
    void listsEnvironmentsWithTheLineThatDeclaresThem() {
        server.on(
                "GET /api/v1/environments",
                new ListPage<>(
                        List.of(
                                new Environment(
                                        "qa", "platform", 12, 1, 0, new Origin("estate.ini", 8))),
                        null));

        assertThat(terminal().run("environments").out().lines().skip(1))
                .containsExactly("qa    platform  12     1        0      estate.ini:8");
    }

    @Test
    void findsInTheReadersWords() {
        server.on(
                "GET /api/v1/search?q=openssl+on+web1",
                new SearchAnswer(
                        new SearchAnswer.Understood("openssl", "web1", null, List.of(), List.of()),
                        List.of(
                                new SearchHit(
                                        SearchHit.Kind.INSTALLED_PACKAGE,
                                        "openssl",
                                        "3.0.17 on web1",
                                        "/hosts/web1/packages?q=openssl",
                                        "web1",
                                        "qa",
                                        "3.0.17",
                                        Samples.SINCE))));

        assertThat(terminal().run("find", "openssl", "on", "web1").out())
                .isEqualTo(
                        """
                        TITLE    KIND               DETAIL
                        openssl  installed package  3.0.17 on web1
                        """);
    }

    @Test
    void printsTheInventoryAsAnsibleAsksForIt() {
        server.on(
                        "GET /api/v1/inventory/ansible?environment=qa",
                        Map.of("env_qa", Map.of("hosts", List.of("web1"))))
                .on("GET /api/v1/inventory/ansible/web1", Map.of("ansible_port", 22));

        assertThat(terminal().run("inventory", "--list", "--env", "qa").out())
                .contains("\"env_qa\"", "\"web1\"");
        assertThat(terminal().run("inventory", "--host", "web1").out())
                .contains("\"ansible_port\": 22");
        server.on(
                "GET /api/v1/inventory/ansible?q=group%3Aweb+env%3Aqa",
                Map.of("all", Map.of("hosts", List.of())));
        assertThat(terminal().run("inventory", "--list", "group:web", "env:qa").status()).isZero();
        assertThat(terminal().run("inventory").status()).isEqualTo(2);
    }

    @Test
    void printsWhatSshReadsAsItIs() {
        server.on("GET /api/v1/ssh-config", 200, "text/plain", "Host web1\n")
                .on(
                        "GET /api/v1/ssh-config/known-hosts?group=web",
                        200,
                        "text/plain",
                        "web1 x y\n");

        server.on("GET /api/v1/ssh-config?q=group%3Aweb", 200, "text/plain", "Host web2\n");
        assertThat(terminal().run("ssh-config", "group:web").out()).isEqualTo("Host web2\n");
        assertThat(terminal().run("ssh-config").out()).isEqualTo("Host web1\n");
        assertThat(terminal().run("ssh-config", "--known-hosts", "--group", "web").out())
                .isEqualTo("web1 x y\n");
    }
}
