package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.monitor.CheckPlace;
import dev.cadastre.api.monitor.KindDescription;
import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.api.monitor.MonitorDefinition;
import dev.cadastre.api.monitor.MonitorKind;
import dev.cadastre.api.monitor.MonitorMetric;
import dev.cadastre.api.monitor.MonitorRequest;
import dev.cadastre.api.monitor.MonitorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorVerbsTest {

    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    private static Monitor monitor(MonitorState state) {
        return new Monitor(
                7,
                3,
                "disk",
                "host:web1",
                "prod",
                MonitorKind.PLUGIN,
                List.of("check_disk", "-w", "10%"),
                null,
                Map.of(),
                "1m",
                "10s",
                3,
                "15s",
                CheckPlace.SERVER,
                false,
                true,
                null,
                null,
                state,
                THEN,
                state,
                THEN,
                0,
                "The last result told of it",
                null,
                false,
                false,
                "DISK is full",
                null,
                THEN,
                "12ms",
                List.of(new MonitorMetric("/", 98.5, "%", "90", null, null, null)),
                List.of(),
                "server");
    }

    private static MonitorRequest request(String interval) {
        return new MonitorRequest(
                "disk",
                null,
                "env:prod",
                null,
                MonitorKind.HTTP,
                null,
                null,
                Map.of("url", "http://example.com/"),
                interval,
                null,
                5,
                null,
                null,
                null,
                null,
                null);
    }

    private static MonitorDefinition definition() {
        return new MonitorDefinition(
                3,
                "disk",
                request("1m"),
                request("1m"),
                12,
                null,
                THEN,
                "anna",
                THEN,
                "anna",
                null,
                1);
    }

    @Test
    void listsMonitorsThatAreBad() {
        server.on(
                "GET /api/v1/monitors?environment=prod&state=PROBLEM&limit=1000",
                new ListPage<>(List.of(monitor(MonitorState.CRITICAL)), null));

        Terminal.Outcome ran =
                terminal().run("monitor", "list", "--env", "prod", "--state", "problem");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("host:web1", "critical", "DISK is full");
    }

    @Test
    void checksAMonitorThatIsNamedByItsAsset() {
        server.on(
                "GET /api/v1/monitors?asset=host%3Aweb1&name=disk",
                new ListPage<>(List.of(monitor(MonitorState.OK)), null));
        server.on("POST /api/v1/monitors/7/check", monitor(MonitorState.CRITICAL));

        Terminal.Outcome ran = terminal().run("monitor", "check", "host:web1/disk");

        assertThat(ran.status()).isOne();
        assertThat(ran.out()).contains("/ 98.5%", "12ms");
    }

    @Test
    void saysThatThereIsNoSuchMonitor() {
        server.on(
                "GET /api/v1/monitors?asset=host%3Aweb1&name=disc",
                new ListPage<>(List.of(), null));

        Terminal.Outcome ran = terminal().run("monitor", "show", "host:web1/disc");

        assertThat(ran.status()).isOne();
        assertThat(ran.err()).contains("host:web1 has no monitor disc");
    }

    @Test
    void addsAMonitorOfAnAsset() {
        server.on("POST /api/v1/monitors", monitor(MonitorState.PENDING));

        Terminal.Outcome ran =
                terminal()
                        .run(
                                "monitor",
                                "add",
                                "disk",
                                "host:web1",
                                "--kind",
                                "plugin",
                                "--word",
                                "check_disk",
                                "--word=-w",
                                "--retries",
                                "3",
                                "--setting",
                                "contains=a",
                                "--setting",
                                "contains=b",
                                "--setting",
                                "port=80");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("cadastre monitor show 7");
        assertThat(server.last().body().replaceAll("\\s+", ""))
                .contains(
                        "\"kind\":\"PLUGIN\"",
                        "\"command\":[\"check_disk\",\"-w\"]",
                        "\"retries\":3",
                        "\"contains\":[\"a\",\"b\"]",
                        "\"port\":\"80\"");
    }

    @Test
    void sendsTheTextOfATest() throws IOException {
        Path test = Files.writeString(home.resolve("answers"), "#!/bin/sh\necho \"${x}\"\n");
        server.on("POST /api/v1/monitors", monitor(MonitorState.PENDING));
        String[] words = {
            "monitor",
            "add",
            "answers",
            "host:web1",
            "--test",
            test.toString(),
            "--setting",
            "as=root"
        };

        assertThat(terminal().run(words).status()).isZero();
        assertThat(server.last().body().replaceAll("\\s+", ""))
                .contains(
                        "\"test\":{\"name\":\"answers\",\"text\":\"#!/bin/sh\\necho\\\"${x}\\\"\\n\"}",
                        "\"settings\":{\"as\":\"root\"}");

        words[5] = home.toString();
        Terminal.Outcome folder = terminal().run(words);
        assertThat(folder.status()).isEqualTo(2);
        assertThat(folder.err()).contains("is no test to send: that is a folder");
    }

    @Test
    void addsMonitorsOfAllThatAQueryFinds() {
        server.on("POST /api/v1/monitor-definitions", definition());

        Terminal.Outcome ran =
                terminal().run("monitor", "add", "disk", "--query", "env:prod", "--kind", "http");

        assertThat(ran.err()).contains("Definition 3, which makes 12 monitors.");
    }

    @Test
    void changesOnlyWhatIsSaid() {
        server.on("GET /api/v1/monitors/7", monitor(MonitorState.OK));
        server.on("GET /api/v1/monitor-definitions/3", definition());
        server.on("PUT /api/v1/monitor-definitions/3", definition());

        Terminal.Outcome ran = terminal().run("monitor", "change", "7", "--interval", "5m");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(server.last().body().replaceAll("\\s+", ""))
                .contains(
                        "\"interval\":\"5m\"",
                        "\"retries\":5",
                        "\"q\":\"env:prod\"",
                        "\"url\":\"http://example.com/\"");
    }

    @Test
    void tellsAResultAndCallsIn() {
        server.on("POST /api/v1/monitors/7/results", monitor(MonitorState.WARNING));
        server.on("POST /api/v1/monitors/7/heartbeat", monitor(MonitorState.OK));

        Terminal.Outcome told =
                terminal().run("monitor", "result", "7", "warning", "hot | t=80;70");

        assertThat(server.last().body()).contains("WARNING", "hot | t=80;70");
        assertThat(told.err()).contains("disk of host:web1 is warning");
        assertThat(terminal().run("monitor", "heartbeat", "7").err()).contains("is ok");
    }

    @Test
    void removesAMonitorOrAllOfADefinition() {
        server.on("DELETE /api/v1/monitors/7?reason=over", Map.of());
        server.on("DELETE /api/v1/monitor-definitions/3", Map.of());

        assertThat(terminal().run("monitor", "remove", "7", "--reason", "over").status()).isZero();
        assertThat(terminal().run("monitor", "remove", "--definition", "3").status()).isZero();
        assertThat(terminal().run("monitor", "remove").status()).isEqualTo(2);
    }

    @Test
    void listsWhatAKindCanBeTold() {
        server.on(
                "GET /api/v1/monitor-kinds",
                new ListPage<>(
                        List.of(
                                new KindDescription(
                                        MonitorKind.TCP,
                                        "whether something accepts connections",
                                        true,
                                        List.of(
                                                new KindDescription.Setting(
                                                        "port",
                                                        "the port that it listens on",
                                                        null,
                                                        "5432",
                                                        true)))),
                        null));

        assertThat(terminal().run("monitor", "kinds").out()).contains("tcp", "port");
        assertThat(terminal().run("monitor", "kinds", "tcp").out())
                .contains("the port that it listens on", "5432");
        assertThat(terminal().run("monitor", "kinds", "tpc").status()).isOne();
    }
}
