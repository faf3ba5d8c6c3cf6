package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed at random moments between a change of state and its delivery, four times, or
 * forty with {@code -Dcadastre.soak=true}.
 */
class KilledTellingTest {

    private static final int ROUNDS = Boolean.getBoolean("cadastre.soak") ? 20 : 2;
    private static final int LATEST_KILL_MILLIS = 6_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void tellsOfEverythingAndRepeatsItselfOnlyByTheSameId() throws IOException {
        long seed = Long.getLong("cadastre.seed", System.nanoTime());
        System.out.println("KilledTellingTest: -Dcadastre.seed=" + seed);
        Random random = new Random(seed);
        try (ToldTeam team = ToldTeam.in(folder.resolve("team"))) {
            Path estate =
                    Files.writeString(
                            folder.resolve("estate.ini"),
                            team.section("shop") + "\n[environment qa]\nowner = shop\n");
            ServerStart start =
                    team.told(ServerStart.at(folder.resolve("home")).option("--estate=" + estate));
            RunningServer server = start.ready();
            for (int round = 1; round <= ROUNDS; round++) {
                // One that changes in each round would flap, and stay told of.
                long monitor = monitor(server, "device:till" + round);
                for (String state : List.of("CRITICAL", "OK")) {
                    tell(server, monitor, state);
                    LockSupport.parkNanos(
                            TimeUnit.MILLISECONDS.toNanos(random.nextInt(LATEST_KILL_MILLIS)));
                    server.kill();
                    server = start.ready();
                    awaitTold(team, server, type(state), round);
                }
            }
            server.close();
            assertRepetitionsAreTheSame(team);
        }
    }

    private static String type(String state) {
        return state.equals("OK") ? "incident.resolved" : "incident.opened";
    }

    private static long monitor(RunningServer server, String asset) {
        server.cadastre("api", "PUT", "/api/v1/assets/" + asset, "{\"environment\":\"qa\"}")
                .exited(0);
        return server.cadastre(
                        "api",
                        "POST",
                        "/api/v1/monitors",
                        """
                        {"name":"sells","asset":"%s","kind":"PASSIVE","retries":0}
                        """
                                .formatted(asset))
                .exited(0)
                .json()
                .get("id")
                .asLong();
    }

    private static void tell(RunningServer server, long monitor, String state) {
        server.cadastre(
                        "api",
                        "POST",
                        "/api/v1/monitors/%d/results".formatted(monitor),
                        "{\"state\":\"%s\",\"output\":\"told\"}".formatted(state))
                .exited(0);
    }

    private static void awaitTold(ToldTeam team, RunningServer server, String type, int count) {
        Waiting.until(
                PATIENCE,
                () -> told(team, type) == count,
                () ->
                        "%s was told %d times, not %d: %s %s"
                                .formatted(
                                        type,
                                        told(team, type),
                                        count,
                                        server.cadastre("incident", "list"),
                                        server.cadastre("api", "GET", "/api/v1/deliveries")));
    }

    private static long told(ToldTeam team, String type) {
        return team.told().stream().filter(call -> call.type().equals(type)).count();
    }

    private static void assertRepetitionsAreTheSame(ToldTeam team) {
        Map<String, ToldTeam.Call> byId = new HashMap<>();
        for (ToldTeam.Call call : team.calls()) {
            ToldTeam.Call first = byId.putIfAbsent(call.id(), call);
            if (first != null) {
                assertThat(call.body()).isEqualTo(first.body());
            }
        }
        assertThat(team.told()).hasSize(2 * ROUNDS);
        assertThat(
                        team.told().stream()
                                .map(call -> call.data().get("incident").asLong())
                                .distinct())
                .hasSize(ROUNDS);
    }
}
