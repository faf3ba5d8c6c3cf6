package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostLoadTest {

    private static final int[] HOSTS = IntStream.range(0, 200).toArray();

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private final HostLoad load;

    HostLoadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        load = new HostLoad(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), 4);
    }

    @BeforeEach
    void start() {
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    received.add(
                            "%s %s %s"
                                    .formatted(
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders().getFirst("X-Host"),
                                            new String(body, StandardCharsets.UTF_8)));
                    boolean known = exchange.getRequestURI().getPath().equals("/known");
                    // Neither end knows the length before, so the answer comes in chunks.
                    exchange.sendResponseHeaders(known ? 200 : 404, 0);
                    exchange.getResponseBody().write("answer".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsWhatIsToBeSentOfEachHostOnce() throws InterruptedException, ExecutionException {
        load.send(HOSTS, host -> post("/known", host));

        assertThat(received)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.of(HOSTS)
                                .mapToObj(host -> "/known %d report %d".formatted(host, host))
                                .toList());
    }

    @Test
    void failsWithTheAnswerThatWasNotGood() {
        assertThatThrownBy(() -> load.send(HOSTS, host -> post("/unknown", host)))
                .hasRootCauseInstanceOf(IOException.class)
                .hasRootCauseMessage("HTTP/1.1 404 Not Found: answer");
    }

    private static Post post(String target, int host) {
        byte[] body = ("report " + host).getBytes(StandardCharsets.UTF_8);
        return new Post(target, "X-Host: " + host + "\r\n", body);
    }
}
