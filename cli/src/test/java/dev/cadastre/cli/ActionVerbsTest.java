package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.AddedHost;
import dev.cadastre.api.Change;
import dev.cadastre.api.CollectionPace;
import dev.cadastre.api.CollectionProgress;
import dev.cadastre.api.EstateCheck;
import dev.cadastre.api.EstatePlan;
import dev.cadastre.api.EstateProblem;
import dev.cadastre.api.HostValues;
import dev.cadastre.api.ListPage;
import dev.cadastre.api.Outcome;
import dev.cadastre.api.ValueDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionVerbsTest {

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
    void tellsHowOftenHostsAreCollectedAndWhy() {
        server.on(
                "GET /api/v1/collections/pace",
                new CollectionPace(720, 300, "5000 hosts take 3600 ms each"));

        var outcome = terminal().run("collect", "--pace");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        ATTRIBUTE  VALUE
                        interval   720 s
                        wished     300 s
                        reason     5000 hosts take 3600 ms each
                        """);
    }

    @Test
    void makesAnyCallOfTheApi() {
        server.on("PATCH /api/v1/people/7", 200, "application/json", "{\"name\":\"anna\"}");

        var outcome =
                terminal()
                        .variable("CADASTRE_TOKEN", "cad_x")
                        .run("api", "patch", "people/7", "{\"disabled\":true}");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("anna");
        assertThat(server.last().authorization()).isEqualTo("Bearer cad_x");
        assertThat(server.last().body()).isEqualTo("{\"disabled\":true}");
    }

    @Test
    void addsAHostAndShowsIt() {
        server.on("POST /api/v1/hosts", new AddedHost(Samples.host("web1"), null));

        var outcome =
                terminal()
                        .run(
                                "host",
                                "add",
                                "ops@web1",
                                "--env",
                                "qa",
                                "--group",
                                "a",
                                "--group",
                                "b");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEqualTo("Added web1 in qa.\n");
        assertThat(outcome.out()).contains("environment  qa");
        assertThat(server.last().body())
                .isEqualToIgnoringWhitespace(
                        """
                        {"address": "ops@web1", "environment": "qa", "groups": ["a", "b"], "push": false}
                        """);
    }

    @Test
    void printsTheTokenOfAPushingHostAloneForRedirection() {
        server.on("POST /api/v1/hosts", new AddedHost(Samples.host("web1"), "cad_secret"));

        var outcome = terminal().run("host", "add", "web1", "--push");

        assertThat(outcome.out()).isEqualTo("cad_secret\n");
        assertThat(outcome.err()).contains("shown only now");
    }

    @Test
    void erasesOnlyWhatSomebodyAgreedTo() {
        server.on("POST /api/v1/hosts/web1/erase", Map.of());

        var alone = terminal().run("host", "erase", "web1");
        var refusing = terminal().withPerson().input("n\n").run("host", "erase", "web1");
        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.err()).contains("--yes");
        assertThat(refusing.status()).isEqualTo(1);
        assertThat(server.lines()).isEmpty();

        var agreeing = terminal().withPerson().input("y\n").run("host", "erase", "web1");
        assertThat(agreeing.status()).isZero();
        assertThat(terminal().run("host", "erase", "web1", "--yes").status()).isZero();
        assertThat(server.lines()).hasSize(2);
    }

    @Test
    void acceptsAKeyByItsFingerprint() {
        server.on("POST /api/v1/hosts/web1/accept-key", Map.of());

        terminal().run("host", "accept-key", "web1", "SHA256:abc");

        assertThat(server.last().body())
                .isEqualToIgnoringWhitespace("{\"fingerprint\": \"SHA256:abc\"}");
    }

    @Test
    void waitsForACollectionAndShowsEachOutcome() {
        var collected =
                new CollectionProgress.Item(
                        "web1", new CollectionProgress.Result(Outcome.Kind.COLLECTED, null, null));
        var refused =
                new CollectionProgress.Item(
                        "web2",
                        new CollectionProgress.Result(
                                Outcome.Kind.REFUSED,
                                "No key was accepted.",
                                "Put the key into ops's authorized_keys."));
        server.on("POST /api/v1/collections", new CollectionProgress("7", 2, 0, List.of()))
                .on("GET /api/v1/collections/7", new CollectionProgress("7", 2, 1, List.of()))
                .on(
                        "GET /api/v1/collections/7",
                        new CollectionProgress("7", 2, 2, List.of(collected, refused)));

        var outcome = terminal().withPerson().run("collect", "web1", "web2");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("collected 0 of 2", "collected 1 of 2", "1 of 2 failed.");
        assertThat(outcome.out())
                .contains("No key was accepted.", "Put the key into ops's authorized_keys.");
    }

    @Test
    void collectsWhatAQueryFinds() {
        server.on(
                        "GET /api/v1/hosts?q=group%3Aweb+seen%3E1h&limit=1000",
                        new ListPage<>(List.of(Samples.host("web1"), Samples.host("web2")), null))
                .on(
                        "POST /api/v1/collections",
                        new CollectionProgress(
                                "7",
                                1,
                                1,
                                List.of(
                                        new CollectionProgress.Item(
                                                "web1",
                                                new CollectionProgress.Result(
                                                        Outcome.Kind.COLLECTED, null, null)))));

        var outcome = terminal().run("collect", "group:web", "seen>1h");

        assertThat(outcome.status()).isZero();
        assertThat(server.last().body())
                .isEqualToIgnoringWhitespace("{\"hosts\": [\"web1\", \"web2\"]}");
    }

    /** No hosts would mean all of them. */
    @Test
    void collectsNothingWhereAQueryFindsNothing() {
        server.on("GET /api/v1/hosts?q=group%3Anone&limit=1000", new ListPage<>(List.of(), null));

        var outcome = terminal().run("collect", "group:none");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("No host matches.\n");
        assertThat(server.lines()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void reportsAllProblemsOfAnEstateFileAsCompilersDo() throws IOException {
        Path file = Files.writeString(home.resolve("estate.ini"), "[host web1]\nenv\n");
        server.on(
                "POST /api/v1/estate/check",
                new EstateCheck(
                        List.of(
                                new EstateProblem(
                                        EstateProblem.Severity.ERROR,
                                        "estate",
                                        2,
                                        1,
                                        "ini.no-value",
                                        "'env' has no value",
                                        "Add ="),
                                new EstateProblem(
                                        EstateProblem.Severity.WARNING,
                                        "estate",
                                        3,
                                        4,
                                        "estate.unknown",
                                        "unknown key",
                                        "Drop it"))));

        var outcome = terminal().run("estate", "check", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        FILE:2:1: 'env' has no value [ini.no-value]
                          Add =
                        FILE:3:4: warning: unknown key [estate.unknown]
                          Drop it
                        """
                                .replace("FILE", file.toString()));
        assertThat(server.last().body().replaceAll("\\s+", ""))
                .isEqualTo("{\"text\":\"[hostweb1]\\nenv\\n\",\"tests\":{}}");
    }

    @Test
    void sendsTheTestsOfAnEstateFileAndSaysWhyOneIsNone() throws IOException {
        Path folder = Files.createDirectories(home.resolve("estate"));
        Path file =
                Files.writeString(
                        folder.resolve("estate.ini"),
                        """
                        [monitor answers]
                        q = env:qa
                        test = tests/answers
                        [monitor-template other]
                        test = ../secret
                        """);
        Files.createDirectory(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests").resolve("answers"), "exit 0\n");
        Files.writeString(home.resolve("secret"), "not to be sent");
        server.on(
                "POST /api/v1/estate/check",
                new EstateCheck(
                        List.of(
                                new EstateProblem(
                                        EstateProblem.Severity.ERROR,
                                        "estate.ini",
                                        5,
                                        8,
                                        "estate.bad-test",
                                        "[monitor-template other] test '../secret': its text did not"
                                                + " come with the file",
                                        "send it"))));

        var outcome = terminal().run("estate", "check", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(":5:8: [monitor-template other] test '../secret': it leads out of")
                .contains("put the file into that folder")
                .doesNotContain("did not come");
        assertThat(server.last().body().replaceAll("\\s+", ""))
                .contains("\"tests\":{\"tests/answers\":\"exit0\\n\"}}")
                .doesNotContain("not to be sent");
    }

    @Test
    void showsHowATestOfAMonitorChanged() {
        server.on(
                "POST /api/v1/estate/plan",
                new EstatePlan(
                        List.of(),
                        List.of(
                                new EstatePlan.SectionChange(
                                        Change.CHANGED,
                                        "monitor answers",
                                        List.of(
                                                new ValueDifference(
                                                        Change.CHANGED,
                                                        "test",
                                                        "tests/answers (sha256 a)",
                                                        "tests/answers (sha256 b)",
                                                        "--- t\n+++ t\n@@ -1,1 +1,1 @@\n-exit 0\n+exit"
                                                                + " 2\n"))))));

        assertThat(terminal().run("estate", "apply").out())
                .contains("tests/answers (sha256 b)", "@@ -1,1 +1,1 @@\n-exit 0\n+exit 2\n");
    }

    @Test
    void showsEachValueWithItsLine() {
        server.on(
                "GET /api/v1/estate/hosts/web1",
                new HostValues(
                        "web1",
                        List.of(
                                new HostValues.Value(
                                        "http.port", "8080", "estate.ini", 13, "group web"))));

        assertThat(terminal().run("estate", "show", "web1").out())
                .isEqualTo(
                        """
                        KEY        VALUE  SECTION    STATED AT
                        http.port  8080   group web  estate.ini:13
                        """);
    }

    @Test
    void showsWhatTheEstateFileWouldChangeBeforeItIsApplied() {
        server.on(
                        "POST /api/v1/estate/plan",
                        new EstatePlan(
                                List.of(),
                                List.of(
                                        new EstatePlan.SectionChange(
                                                Change.CHANGED,
                                                "host web1",
                                                List.of(
                                                        new ValueDifference(
                                                                Change.CHANGED,
                                                                "environment",
                                                                "dev",
                                                                "qa"))))))
                .on("POST /api/v1/estate/apply", Map.of());

        var refused = terminal().run("estate", "apply");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.out()).contains("host web1  changed  environment  dev   qa");
        assertThat(server.lines()).containsExactly("POST /api/v1/estate/plan");
        assertThat(terminal().run("estate", "apply", "--yes").status()).isZero();
        assertThat(server.lines()).endsWith("POST /api/v1/estate/apply");
    }

    @Test
    void makesATokenWithItsScopeAndItsEnd() {
        server.on("POST /api/v1/tokens", Map.of("id", "7", "secret", "cad_x"));

        var outcome =
                terminal()
                        .run(
                                "token",
                                "create",
                                "ci",
                                "--role",
                                "viewer",
                                "--env",
                                "qa",
                                "--expires",
                                "90d");

        assertThat(outcome.out()).isEqualTo("cad_x\n");
        assertThat(server.last().body())
                .isEqualToIgnoringWhitespace(
                        """
                        {"name": "ci", "scope": {"role": "VIEWER", "environment": "qa"},
                         "expiresAt": "2027-02-19T14:30:00Z"}
                        """);
    }

    @Test
    void makesAnyCallAndPrintsTheAnswer() {
        server.on("POST /api/v1/collections?x=1", Map.of("id", "7"));

        var outcome = terminal().input("{\"hosts\":[]}").run("api", "post", "collections?x=1", "-");

        assertThat(outcome.out()).isEqualTo("{\n  \"id\": \"7\"\n}\n");
        assertThat(server.last().body()).isEqualTo("{\"hosts\":[]}");
    }
}
