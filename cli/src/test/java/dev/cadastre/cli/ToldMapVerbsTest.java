package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.map.Deployment;
import dev.cadastre.api.map.MapReceipt;
import dev.cadastre.api.map.Team;
import dev.cadastre.api.map.TeamDefinition;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldMapVerbsTest {

    private static final Deployment SHOP =
            new Deployment(
                    7,
                    Instant.parse("2026-01-02T03:04:05Z"),
                    "app:shop@qa",
                    "shop",
                    "qa",
                    "1.4.2",
                    List.of("web1"),
                    "anna",
                    "make",
                    null,
                    null,
                    Map.of(),
                    List.of(),
                    List.of(),
                    "token:ci");

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
    void tellsOfAnAsset() {
        server.on(
                "PUT /api/v1/assets/device%3Aswitch3",
                new MapReceipt(1, 0, List.of("device:switch3")));

        Terminal.Outcome ran =
                terminal()
                        .run(
                                "asset",
                                "set",
                                "device:switch3",
                                "--lifecycle",
                                "retiring",
                                "--attribute",
                                "address=10.0.0.2");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("new on the map: device:switch3");
        assertThat(server.last().body()).contains("RETIRING", "\"address\": \"10.0.0.2\"");
    }

    @Test
    void sendsATableOfAssets() throws IOException {
        server.on("POST /api/v1/assets/import", new MapReceipt(1, 0, List.of()));
        Path table = Files.writeString(home.resolve("racks.csv"), "id\nrack:a1\n");

        Terminal.Outcome ran = terminal().run("asset", "import", table.toString());

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("1 assets, of which 0 are new");
    }

    @Test
    void tellsOfARelationInAPersonsWords() {
        server.on("PUT /api/v1/relations", new MapReceipt(0, 1, List.of()));

        assertThat(
                        terminal()
                                .run("relation", "set", "app:shop@qa", "depends-on", "host:db1")
                                .status())
                .isZero();
        assertThat(server.last().body()).contains("\"type\": \"DEPENDS_ON\"");
    }

    @Test
    void tellsOfADeploymentAndListsThem() {
        server.on("POST /api/v1/deployments", SHOP);
        server.on(
                "GET /api/v1/deployments?app=shop&limit=100", new ListPage<>(List.of(SHOP), null));

        Terminal.Outcome told =
                terminal().run("deployment", "add", "shop", "1.4.2", "--host", "web1");
        assertThat(told.err()).contains("app:shop@qa");
        assertThat(server.last().body()).contains("\"hosts\"", "\"web1\"");

        assertThat(terminal().run("deployment", "list", "--app", "shop").out())
                .contains("1.4.2", "web1", "anna");
    }

    @Test
    void saysHowACorrectionIsTakenBack() {
        server.on("POST /api/v1/corrections", Map.of("id", 12));

        Terminal.Outcome ran =
                terminal()
                        .run(
                                "correct",
                                "deny",
                                "daemon:a@b",
                                "connects-to",
                                "service:1-tcp@c",
                                "--reason",
                                "a test");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("cadastre correct withdraw 12");
        assertThat(server.last().body()).contains("DENY", "CONNECTS_TO", "a test");
    }

    @Test
    void saysHowATeamIsTold() {
        server.on("PUT /api/v1/teams/ops", new Team("ops", "ops", Map.of(), null));

        Terminal.Outcome ran =
                terminal()
                        .run(
                                "team",
                                "set",
                                "ops",
                                "--xmpp-room",
                                "ops@rooms.example.com",
                                "--webhook",
                                "https://hooks.example.com/x",
                                "--webhook-secret-name",
                                "OPS_HOOK",
                                "--escalation",
                                "boss",
                                "--escalate-after",
                                "30m");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(server.last().body())
                .contains("xmppRoom", "webhookSecretName", "OPS_HOOK", "escalateAfter", "30m")
                .doesNotContain("email", "fallback");
    }

    @Test
    void saysEverythingThatCanBeSaidOfATeam() {
        server.on("PUT /api/v1/teams/ops", new Team("ops", "ops", Map.of(), null));
        List<String> all =
                Arrays.stream(TeamDefinition.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
        List<String> words = new ArrayList<>(List.of("team", "set", "ops"));
        all.forEach(name -> words.add("--" + option(name) + "=x"));

        Terminal.Outcome ran = terminal().run(words.toArray(String[]::new));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(server.last().body())
                .contains(all.stream().map(name -> "\"" + name + "\"").toList());
    }

    /** {@code webhook-secret-name} for {@code webhookSecretName}. */
    private static String option(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void listsTeamsWithHowToReachThem() {
        server.on(
                "GET /api/v1/teams",
                new ListPage<>(
                        List.of(
                                new Team(
                                        "payments",
                                        "Payments",
                                        Map.of("email", "pay@example.com"),
                                        null)),
                        null));

        assertThat(terminal().run("team", "list").out()).contains("payments", "pay@example.com");
    }
}
