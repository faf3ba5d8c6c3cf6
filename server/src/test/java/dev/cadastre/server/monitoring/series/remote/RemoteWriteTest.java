package dev.cadastre.server.monitoring.series.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.plugin.Range;
import dev.cadastre.plugin.Thresholds;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.SeriesSubject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteWriteTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MILLIS = NOON.toEpochMilli();

    private final List<List<Decoded.Series>> received = new ArrayList<>();
    private final List<Headers> headers = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer store;
    private RemoteWrite remote;

    @BeforeEach
    void start() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/api/v1/write", this::answer);
        store.start();
        URI url = URI.create("http://localhost:" + store.getAddress().getPort() + "/api/v1/write");
        remote = remote(RemoteStore.with(url, Optional.empty(), "s3cret"), 10);
    }

    private static RemoteWrite remote(RemoteStore to, int capacity) {
        return new RemoteWrite(
                to,
                monitor ->
                        monitor == 7
                                ? Optional.of(
                                        new SeriesSubject(
                                                "disk", "host:web1", "qa", Duration.ofMinutes(1)))
                                : Optional.empty(),
                capacity,
                Clock.fixed(NOON, ZoneOffset.UTC),
                () -> 0,
                new Random(1));
    }

    @AfterEach
    void stop() {
        remote.close();
        store.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.add(exchange.getRequestHeaders());
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(Decoded.request(Decoded.snappy(body)));
            exchange.getResponseHeaders().add("Retry-After", "17");
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.poll(), -1);
        }
    }

    private void store(Instant at, double value) {
        remote.store(7, at, List.of(Metric.of("/", value, Unit.of("MB"))));
    }

    @Test
    void sendsValuesWithTheirNames() throws Exception {
        Metric metric =
                Metric.of("/", 12, Unit.of("MB"))
                        .with(
                                Thresholds.of(
                                        new Range(0, 80, false), Range.parse("10:").orElseThrow()));
        remote.store(7, NOON, List.of(metric));
        remote.state(7, NOON, PluginState.CRITICAL);
        assertThat(remote.send(0)).isZero();

        List<Decoded.Series> request = received.getFirst();
        assertThat(request.getFirst().labels())
                .containsExactly(
                        entry("__name__", "cadastre_perfdata_value"),
                        entry("asset", "host:web1"),
                        entry("environment", "qa"),
                        entry("label", "/"),
                        entry("monitor", "disk"),
                        entry("unit", "MB"));
        assertThat(request)
                .extracting(series -> series.labels().get("__name__"), Decoded.Series::values)
                .containsExactly(
                        tuple("cadastre_perfdata_value", List.of(12.0)),
                        tuple("cadastre_perfdata_warn", List.of(80.0)),
                        tuple("cadastre_perfdata_crit", List.of(10.0)),
                        tuple("cadastre_monitor_state", List.of(2.0)));
        assertThat(headers.getFirst().getFirst("Content-Encoding")).isEqualTo("snappy");
        assertThat(headers.getFirst().getFirst("Content-Type")).isEqualTo("application/x-protobuf");
        assertThat(headers.getFirst().getFirst("X-Prometheus-Remote-Write-Version"))
                .isEqualTo("0.1.0");
        assertThat(headers.getFirst().getFirst("Authorization")).isEqualTo("Bearer s3cret");
    }

    @Test
    void sendsManyTogetherInTheOrderOfTheirTimes() throws Exception {
        store(NOON.plusSeconds(60), 2);
        store(NOON, 1);
        remote.send(0);

        assertThat(received).hasSize(1);
        assertThat(received.getFirst()).hasSize(1);
        assertThat(received.getFirst().getFirst().values()).containsExactly(1.0, 2.0);
        assertThat(received.getFirst().getFirst().millis())
                .containsExactly(MILLIS, MILLIS + 60_000);
    }

    @Test
    void sendsAgainWhatAStoreCannotTakeNow() throws Exception {
        answers.addAll(List.of(503, 429, 500));
        store(NOON, 1);

        assertThat(remote.send(0)).isEqualTo(Duration.ofSeconds(17));
        remote.send(0);
        remote.send(0);
        assertThat(remote.figures().failed()).isEqualTo(3);
        assertThat(remote.figures().waiting()).isEqualTo(1);

        assertThat(remote.send(0)).isZero();
        assertThat(received).hasSize(4).allMatch(received.getFirst()::equals);
        assertThat(remote.figures().stored()).isEqualTo(1);
        assertThat(remote.figures().waiting()).isZero();
    }

    @Test
    void dropsWhatAStoreWillNeverTake() throws Exception {
        answers.add(400);
        store(NOON, 1);
        remote.send(0);
        store(NOON.plusSeconds(60), 2);
        remote.send(0);

        assertThat(received).hasSize(2);
        assertThat(remote.figures().lost()).isEqualTo(1);
        assertThat(remote.figures().stored()).isEqualTo(1);
    }

    @Test
    void waitsWhileNobodyAnswers() throws Exception {
        store.stop(0);
        store(NOON, 1);

        assertThat(remote.send(0)).isPositive();
        assertThat(remote.figures().waiting()).isEqualTo(1);
    }

    @Test
    void dropsAndCountsWhatDoesNotFitInTheQueue() {
        for (int i = 0; i < 12; i++) {
            store(NOON.plusSeconds(i), i);
        }

        assertThat(remote.figures().dropped()).isEqualTo(2);
        assertThat(remote.figures().waiting()).isEqualTo(10);
    }

    @Test
    void knowsNothingOfMonitorsThatAreNotThere() throws Exception {
        remote.store(8, NOON, List.of(Metric.of("/", 1, Unit.NONE)));
        remote.send(0);

        assertThat(received).isEmpty();
    }

    @Test
    void tellsAUserAndNeverTheSecretInText() {
        RemoteStore store =
                RemoteStore.with(
                        URI.create("https://mimir.example/push"), Optional.of("ops"), "s3cret");

        assertThat(store.authorization()).contains("Basic b3BzOnMzY3JldA==");
        assertThat(store.toString()).isEqualTo("https://mimir.example/push");
    }

    @Test
    void sendsWhatWaitsBeforeTheEnd() {
        RemoteThread sender = new RemoteThread(remote);
        for (int i = 0; i < 10; i++) {
            store(NOON.plusSeconds(i), i);
        }
        sender.close();

        assertThat(remote.figures().stored()).isEqualTo(10);
        assertThat(remote.figures().waiting()).isZero();
    }

    @Test
    void doesNotWaitAtTheEndForAStoreThatTakesNothing() {
        answers.addAll(List.of(503, 503));
        RemoteThread sender = new RemoteThread(remote);
        store(NOON, 1);
        sender.close();

        assertThat(received).hasSizeBetween(1, 2);
        assertThat(remote.figures().waiting()).isEqualTo(1);
    }
}
