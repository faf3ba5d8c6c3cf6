package dev.cadastre.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The distribution's browser without a window and with an empty profile, by its DevTools protocol.
 * Closing it ends it.
 */
final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int GLANCE_MILLIS = 50;
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    private Chromium(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one and returns when it can be spoken with. */
    static Chromium start(Path profile) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                "chromium",
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--window-size=1280,900",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Path told = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(told) || Files.readAllLines(told).isEmpty()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException("Chromium did not start");
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        return new Chromium(process, Integer.parseInt(Files.readAllLines(told).getFirst()));
    }

    /** Opens a page, and has it answer a question that is a promise of a number. */
    double ask(URI page, String promise)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        HttpRequest open =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/json/new?%s".formatted(port, page)))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build();
        String opened = http.send(open, HttpResponse.BodyHandlers.ofString()).body();
        String address = JSON.readTree(opened).get("webSocketDebuggerUrl").asString();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            JsonNode value = evaluate(address, promise).at("/result/result/value");
            // The page may be another one since, which ends what was asked of the one before.
            if (value.isNumber()) {
                return value.asDouble();
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        throw new IOException(page + " did not answer");
    }

    private JsonNode evaluate(String address, String promise)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Answer answer = new Answer();
        WebSocket socket =
                http.newWebSocketBuilder().buildAsync(URI.create(address), answer).join();
        Map<String, Object> question =
                Map.of(
                        "id",
                        1,
                        "method",
                        "Runtime.evaluate",
                        "params",
                        Map.of("expression", promise, "awaitPromise", true, "returnByValue", true));
        socket.sendText(JSON.writeValueAsString(question), true).join();
        try {
            return JSON.readTree(answer.whole.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } finally {
            socket.abort();
        }
    }

    /** The first message that comes, in however many pieces. */
    private static final class Answer implements WebSocket.Listener {

        private final CompletableFuture<String> whole = new CompletableFuture<>();
        private final StringBuilder pieces = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
            pieces.append(piece);
            if (last) {
                whole.complete(pieces.toString());
            }
            socket.request(1);
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            whole.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
