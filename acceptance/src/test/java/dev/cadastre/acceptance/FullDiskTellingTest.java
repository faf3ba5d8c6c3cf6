package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk below the register fills up while monitors tell of failures. */
class FullDiskTellingTest {

    private static final long LEFT = 8 << 20;

    /** So many hosts fail before the disk is full. */
    private static final int BEFORE = 3;

    private static final int HOSTS = 60;

    /** Incompressible, so that each result needs room of its own. */
    private static final int OUTPUT_BYTES = 2_900;

    private static final int CHECKS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path folder;

    private final Random random = new Random(7);

    @Test
    void writesAndTellsOnceWhatChangedWhileNothingCouldBeWritten() throws IOException {
        try (ToldTeam team = ToldTeam.in(folder.resolve("team"));
                AnsweringPort steady = AnsweringPort.greeting("+OPEN");
                AnsweringPort door = AnsweringPort.greeting("+OPEN");
                SmallDisk disk = SmallDisk.at(folder.resolve("disk"));
                RunningServer server = start(team, disk, steady, door)) {
            String token = server.token("teller", "operator");
            LargeReports reports = LargeReports.to(server);
            awaitChecked(server);
            disk.fillBut(LEFT);
            List<String> failed = new ArrayList<>();
            for (int i = 0; i < BEFORE; i++) {
                assertThat(tell(server, token, i).statusCode()).isEqualTo(200);
                failed.add("host:h" + i);
            }
            reports.pushUntilRefused(new ArrayList<>());
            disk.fillBut(0);

            int refused = tellUntilRefused(server, token, failed);
            door.says("-SHUT");
            awaitChecks(steady, door);

            disk.free();
            Waiting.until(
                    PATIENCE,
                    () -> FullDiskTest.taken(tell(server, token, refused)),
                    () -> "Results are refused although there is space again");
            failed.add("host:h" + refused);
            failed.add("host:door");
            assertToldOnce(team, server, "incident.opened", failed);
            assertThat(problems(server)).containsExactlyInAnyOrderElementsOf(failed);

            door.says("+OPEN");
            assertToldOnce(team, server, "incident.resolved", List.of("host:door"));
            assertThat(team.calls()).as("Nothing was repeated").hasSameSizeAs(team.told());
        }
    }

    private RunningServer start(
            ToldTeam team, SmallDisk disk, AnsweringPort steady, AnsweringPort door)
            throws IOException {
        String hosts =
                IntStream.range(0, HOSTS)
                        .mapToObj(
                                "[host h%d]\nenvironment = qa\naddress = none\ngroups = told\n"
                                        ::formatted)
                        .collect(Collectors.joining());
        Path estate =
                Files.writeString(
                        folder.resolve("estate.ini"),
                        team.section("shop")
                                + """

                                [environment qa]
                                owner = shop

                                [group told]

                                [host steady]
                                environment = qa
                                address = none

                                [host door]
                                environment = qa
                                address = none

                                [monitor told]
                                q = group:told
                                kind = passive
                                retries = 0

                                """
                                + port("steady", steady)
                                + port("door", door)
                                + hosts);
        return team.told(ServerStart.at(disk.home()).option("--estate=" + estate)).ready();
    }

    private static String port(String host, AnsweringPort port) {
        return """
        [monitor %s]
        asset = host:%s
        kind = tcp
        host = 127.0.0.1
        port = %d
        expect = +OPEN
        interval = 1s
        retries = 0

        """
                .formatted(host, host, port.number());
    }

    private static void awaitChecked(RunningServer server) {
        Waiting.until(
                PATIENCE,
                () ->
                        count(server, "monitors?name=told&limit=1000") == HOSTS
                                && count(server, "monitors?state=OK") == 2,
                () -> "Not all is monitored: " + server.cadastre("monitor", "list"));
    }

    private static int count(RunningServer server, String path) {
        return server.cadastre("api", "GET", path).exited(0).json().get("items").size();
    }

    private static List<String> problems(RunningServer server) {
        return server.cadastre("api", "GET", "monitors?state=PROBLEM&limit=1000")
                .exited(0)
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("asset").asString())
                .toList();
    }

    private HttpResponse<String> tell(RunningServer server, String token, int host) {
        byte[] output = new byte[OUTPUT_BYTES];
        random.nextBytes(output);
        String body =
                """
                {"items":[{"asset":"host:h%d","name":"told","state":"CRITICAL","output":"%s"}]}
                """
                        .formatted(host, Base64.getEncoder().encodeToString(output));
        try {
            return server.post(token, "/monitors/results", "application/json", body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first host of which nothing was taken; adds those of which something was. */
    private int tellUntilRefused(RunningServer server, String token, List<String> failed) {
        for (int i = BEFORE; i < HOSTS; i++) {
            HttpResponse<String> answer = tell(server, token, i);
            if (answer.statusCode() != 200) {
                FullDiskTest.assertRefusedWithReason(answer);
                return i;
            }
            failed.add("host:h" + i);
        }
        throw new AssertionError("The disk did not fill up");
    }

    /** The first may have begun before; the second has ended when the third begins. */
    private static void awaitChecks(AnsweringPort steady, AnsweringPort door) {
        int before = steady.asked();
        int beforeDoor = door.asked();
        Waiting.until(
                PATIENCE,
                () -> steady.asked() >= before + CHECKS && door.asked() >= beforeDoor + CHECKS,
                () ->
                        "Checks stand still: %d and %d of %d"
                                .formatted(
                                        steady.asked() - before,
                                        door.asked() - beforeDoor,
                                        CHECKS));
    }

    private static void assertToldOnce(
            ToldTeam team, RunningServer server, String type, List<String> causes) {
        Waiting.until(
                PATIENCE,
                () -> causes(team, type).containsAll(causes),
                () ->
                        "%s was told of %s, not of %s: %s"
                                .formatted(
                                        type,
                                        causes(team, type),
                                        causes,
                                        server.cadastre("incident", "list")));
        assertThat(causes(team, type)).containsExactlyInAnyOrderElementsOf(causes);
    }

    private static List<String> causes(ToldTeam team, String type) {
        return team.told().stream()
                .filter(call -> call.type().equals(type))
                .map(call -> call.data().get("cause").asString())
                .toList();
    }
}
