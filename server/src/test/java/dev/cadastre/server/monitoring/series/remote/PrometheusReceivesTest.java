package dev.cadastre.server.monitoring.series.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's Prometheus takes what is written to it. */
class PrometheusReceivesTest {

    @TempDir private Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process prometheus(String address) throws IOException {
        Path config = Files.writeString(folder.resolve("prometheus.yml"), "scrape_configs: []\n");
        Process process =
                new ProcessBuilder(
                                "prometheus",
                                "--config.file=" + config,
                                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                                "--web.listen-address=" + address,
                                "--web.enable-remote-write-receiver")
                        .redirectErrorStream(true)
                        .start();
        BufferedReader log = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("Server is ready to receive web requests")) {
                return process;
            }
            said.append(line).append('\n');
        }
        throw new IOException("Prometheus ended: " + said);
    }

    private static String query(HttpClient client, String address, String query) throws Exception {
        String text = URLEncoder.encode(query, StandardCharsets.UTF_8);
        URI uri = URI.create("http://" + address + "/api/v1/query?query=" + text);
        return client.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void answersWithTheValues() throws Exception {
        String address = "127.0.0.1:" + freePort();
        Process prometheus = prometheus(address);
        try (RemoteWrite remote =
                        new RemoteWrite(
                                new RemoteStore(
                                        URI.create("http://" + address + "/api/v1/write"),
                                        Optional.empty()),
                                monitor ->
                                        Optional.of(
                                                new SeriesSubject(
                                                        "disk",
                                                        "host:web" + monitor,
                                                        "qa",
                                                        Duration.ofMinutes(1))),
                                1_000,
                                Clock.systemUTC(),
                                System::nanoTime,
                                new Random(1));
                HttpClient client = HttpClient.newHttpClient()) {
            Instant now = Instant.now();
            for (int monitor = 1; monitor <= 200; monitor++) {
                remote.store(monitor, now, List.of(Metric.of("größe", monitor, Unit.of("MB"))));
                remote.state(monitor, now, PluginState.WARNING);
            }
            remote.send(0);

            assertThat(remote.figures().stored()).isEqualTo(400);
            assertThat(query(client, address, "sum(cadastre_perfdata_value{label=\"größe\"})"))
                    .contains("\"20100\"");
            assertThat(query(client, address, "cadastre_monitor_state{asset=\"host:web7\"}"))
                    .contains("\"environment\":\"qa\"", "\"monitor\":\"disk\"", "\"1\"");
        } finally {
            prometheus.destroyForcibly();
        }
    }
}
