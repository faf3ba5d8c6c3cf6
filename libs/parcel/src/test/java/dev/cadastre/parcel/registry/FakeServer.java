package dev.cadastre.parcel.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that answers what a test says, in the order that it says it, and keeps what it hears.
 */
final class FakeServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private volatile Optional<Path> files = Optional.empty();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    /** Answers one request. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    FakeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What is answered to the next request of that kind; the last one to all further ones. */
    FakeServer on(String request, Reply... all) {
        replies.computeIfAbsent(request, any -> new ArrayDeque<>()).addAll(List.of(all));
        return this;
    }

    /** What was asked, with the header {@code Authorization} and the range. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String told = request;
        for (String header : List.of("Authorization", "Range", "Content-Range")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            told += value == null ? "" : " [" + value + "]";
        }
        heard.add(told);
        Reply reply = next(request);
        try (exchange) {
            reply.to(exchange);
        }
    }

    private synchronized Reply next(String request) {
        Queue<Reply> queue = replies.get(request);
        if (queue == null) {
            return files.map(FakeServer::file).orElse(status(404, ""));
        }
        return queue.size() > 1 ? queue.remove() : queue.element();
    }

    /** Gives the files of a folder to whom asks for anything else. */
    FakeServer serving(Path folder) {
        files = Optional.of(folder);
        return this;
    }

    private static Reply file(Path folder) {
        return exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            boolean isThere = Files.isRegularFile(file);
            byte[] content = isThere ? Files.readAllBytes(file) : new byte[0];
            String length = Integer.toString(content.length);
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            bytes(
                            isThere ? 200 : 404,
                            content,
                            isHead && isThere
                                    ? new String[] {"Content-Length", length}
                                    : new String[0])
                    .to(exchange);
        };
    }

    static Reply status(int status, String body, String... headers) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Reply bytes(int status, byte[] body, String... headers) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            head(exchange, headers);
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, isHead || body.length == 0 ? -1 : body.length);
            if (!isHead && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    /** Says that there is more than what comes before the connection ends. */
    static Reply dropped(int status, byte[] body, int stated, String... headers) {
        return exchange -> {
            head(exchange, headers);
            exchange.sendResponseHeaders(status, stated);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            throw new IOException("dropped");
        };
    }

    /** What is asked for of a content, dropped at some place of it. */
    static Reply until(byte[] content, int end) {
        return exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
            String part = "bytes %d-%d/%d".formatted(from, content.length - 1, content.length);
            exchange.getResponseHeaders().add("Content-Range", part);
            exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
            exchange.getResponseBody().write(content, from, Math.max(end - from, 0));
            exchange.getResponseBody().flush();
            if (end < content.length) {
                throw new IOException("dropped");
            }
        };
    }

    /** Ends the connection after so many bytes of what is sent. */
    static Reply deaf(int after) {
        return exchange -> {
            exchange.getRequestBody().readNBytes(after);
            throw new IOException("dropped");
        };
    }

    private static void head(HttpExchange exchange, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
