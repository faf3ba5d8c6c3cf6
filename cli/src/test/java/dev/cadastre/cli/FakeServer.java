package dev.cadastre.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that gives the answers it was told. They are records of the wire, so that a field which
 * is renamed there is missed in the tests here.
 */
final class FakeServer implements AutoCloseable {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    FakeServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** What was asked: {@code GET /api/v1/hosts?limit=1000}. */
    record Request(String line, @Nullable String authorization, String body) {}

    private record Reply(int status, String mediaType, String body) {}

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers {@code GET path?query}; the last answer to a line is given again and again. */
    FakeServer on(String line, Object answer) {
        return on(line, 200, "application/json", MAPPER.writeValueAsString(answer));
    }

    FakeServer on(String line, int status, String mediaType, String body) {
        replies.computeIfAbsent(line, _ -> new ArrayDeque<>())
                .add(new Reply(status, mediaType, body));
        return this;
    }

    /** Says that there is something at that path. */
    FakeServer has(String path) {
        replies.remove("HEAD " + path);
        return on("HEAD " + path, 200, "text/plain", "");
    }

    /** Answers that line in another way than until now. */
    FakeServer instead(String line, Object answer) {
        replies.remove(line);
        return on(line, answer);
    }

    List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    Request last() {
        return requests.getLast();
    }

    /** What was sent with the last request of that line. */
    String body(String line) {
        return requests.stream()
                .filter(request -> request.line().equals(line))
                .reduce((_, last) -> last)
                .map(Request::body)
                .orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(
                new Request(line, exchange.getRequestHeaders().getFirst("Authorization"), body));
        Deque<Reply> known = replies.getOrDefault(line, new ArrayDeque<>());
        Reply reply = known.size() > 1 ? known.removeFirst() : known.peekFirst();
        send(
                exchange,
                Objects.requireNonNullElseGet(
                        reply, () -> new Reply(404, "text/plain", "no answer for " + line)));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
