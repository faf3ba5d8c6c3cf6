package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.incident.AffectedAssets;
import dev.cadastre.api.incident.EarlierChange;
import dev.cadastre.api.incident.Incident;
import dev.cadastre.api.incident.IncidentComment;
import dev.cadastre.api.incident.IncidentFailure;
import dev.cadastre.api.incident.IncidentState;
import dev.cadastre.api.incident.IncidentStory;
import dev.cadastre.api.incident.Silence;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.api.monitor.Downtime;
import dev.cadastre.api.monitor.MonitorState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentVerbsTest {

    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal.Outcome run(String... words) {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url()).run(words);
    }

    private static Incident incident(IncidentState state) {
        return new Incident(
                12,
                "postgresql on db1 is CRITICAL",
                "service:5432-tcp@db1",
                "prod",
                state,
                MonitorState.CRITICAL,
                THEN,
                null,
                null,
                null,
                null,
                null,
                "databases",
                1,
                2000,
                null);
    }

    private static IncidentStory story() {
        return new IncidentStory(
                incident(IncidentState.OPEN),
                List.of(
                        new IncidentFailure(
                                "monitor:7",
                                7L,
                                "postgresql",
                                "service:5432-tcp@db1",
                                "prod",
                                MonitorState.CRITICAL,
                                "connection refused",
                                THEN,
                                null,
                                null)),
                new AffectedAssets(3, 2000, List.of("app:shop@prod"), List.of("shop")),
                List.of(
                        new EarlierChange(
                                99,
                                THEN,
                                "host:db1",
                                "packages.changed",
                                "1 package changed: libssl3 3.0.1 → 3.0.2",
                                "system",
                                2,
                                List.of("service:5432-tcp@db1", "host:db1"),
                                false)),
                new AssetOwner(
                        "databases", Map.of("email", "db@example.com"), "It was named.", null),
                List.of(new IncidentComment(THEN, "person:anna", "On it")));
    }

    @Test
    void listsIncidentsThatAreNotOver() {
        server.on(
                "GET /api/v1/incidents?env=prod&state=UNRESOLVED&limit=100",
                new ListPage<>(List.of(incident(IncidentState.OPEN)), null));

        Terminal.Outcome ran = run("incident", "list", "--env", "prod", "--state", "unresolved");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("12", "critical", "open", "postgresql on db1", "databases", "2000");
    }

    @Test
    void tellsTheWholeStory() {
        server.on("GET /api/v1/incidents/12", story());

        assertThat(run("incident", "show", "12").out())
                .contains(
                        "service:5432-tcp@db1",
                        "3 assets stop with it: app:shop@prod",
                        "connection refused",
                        "libssl3",
                        "Call: databases, email db@example.com",
                        "On it");
        assertThat(run("incident", "show", "12", "-o", "json").out()).contains("\"before\"");
        assertThat(run("incident", "show", "12", "-o", "csv").out()).contains("databases");
    }

    @Test
    void looksAfterThem() {
        server.on("POST /api/v1/incidents/12/acknowledge", incident(IncidentState.ACKNOWLEDGED));
        server.on("POST /api/v1/incidents/12/resolve", incident(IncidentState.RESOLVED));
        server.on(
                "POST /api/v1/incidents/12/comments",
                new IncidentComment(THEN, "person:anna", "On it"));

        assertThat(run("incident", "acknowledge", "12").err())
                .contains("Incident 12 is acknowledged: postgresql on db1 is CRITICAL");
        assertThat(run("incident", "resolve", "12").err()).contains("is resolved");
        assertThat(run("incident", "comment", "12", "On it").status()).isZero();
        assertThat(server.last().body()).contains("\"text\"", "On it");
    }

    @Test
    void keepsThemQuiet() {
        server.on(
                "POST /api/v1/silences",
                new Silence(3, "host:web1", null, THEN, THEN, "fans", THEN, "person:anna"));
        server.on("DELETE /api/v1/silences/3", 204, "application/json", "");
        server.on(
                "GET /api/v1/silences?limit=1000",
                new ListPage<>(
                        List.of(
                                new Silence(
                                        3,
                                        "host:web1",
                                        null,
                                        THEN,
                                        THEN,
                                        "fans",
                                        THEN,
                                        "person:anna")),
                        null));

        Terminal.Outcome ran =
                run("silence", "begin", "host:web1", "--for", "2h", "--reason", "fans");
        assertThat(ran.err()).contains("Made silence 3");
        assertThat(server.last().body())
                .contains("\"asset\"", "host:web1", "\"ends\"")
                .doesNotContain("begins");
        assertThat(run("silence", "list").out()).contains("host:web1", "fans");
        assertThat(run("silence", "end", "3").status()).isZero();
    }

    @Test
    void saysWhatMayNotWork() {
        server.on(
                "POST /api/v1/downtimes",
                new Downtime(4, null, "env:qa", THEN, THEN, "moving", THEN, "person:anna"));

        Terminal.Outcome ran =
                run(
                        "downtime",
                        "begin",
                        "--query",
                        "env:qa",
                        "--in",
                        "1d",
                        "--for",
                        "3h",
                        "--reason",
                        "moving");

        assertThat(ran.err()).contains("Made downtime 4");
        assertThat(server.last().body()).contains("begins", "env:qa");
        assertThat(run("downtime", "begin", "--for", "3h", "--reason", "x").status()).isEqualTo(2);
        assertThat(run("downtime", "begin", "host:a", "--for", "3 apples", "--reason", "x"))
                .extracting(Terminal.Outcome::status)
                .isEqualTo(2);
    }
}
