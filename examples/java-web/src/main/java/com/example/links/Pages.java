package com.example.links;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Executors;

/** What the browser gets: {@code GET /} lists, {@code PUT /NAME} makes, {@code GET /NAME} leads. */
final class Pages {

    private static final int MOST_BYTES = 2000;
    private static final int THREADS = 8;

    private final Database database;
    private final String title;

    Pages(Database database, String title) {
        this.database = database;
        this.title = title;
    }

    void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
        System.out.println("links " + release() + " listens on port " + port);
    }

    /** Which release this is; none that was built by hand. */
    static String release() {
        return Objects.requireNonNullElse(
                Pages.class.getPackage().getImplementationVersion(), "none");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            respond(exchange);
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        try {
            switch (exchange.getRequestMethod() + (path.isEmpty() ? " all" : " one")) {
                case "GET all" -> send(exchange, 200, list());
                case "GET one" -> lead(exchange, path);
                case "PUT one" -> put(exchange, path);
                default -> send(exchange, 405, "not so\n");
            }
        } catch (SQLException e) {
            System.err.println(e);
            send(exchange, 500, "the database does not answer\n");
        }
    }

    private String list() throws SQLException {
        StringBuilder text = new StringBuilder();
        text.append(title).append(", release ").append(release()).append('\n');
        database.all()
                .forEach((name, shown) -> text.append(name).append(' ').append(shown).append('\n'));
        return text.toString();
    }

    private void lead(HttpExchange exchange, String name) throws IOException, SQLException {
        String target = database.follow(name).orElse(null);
        if (target == null) {
            send(exchange, 404, "no such link\n");
        } else {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private void put(HttpExchange exchange, String name) throws IOException, SQLException {
        String target =
                new String(
                        exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        if (!isAddress(target)) {
            send(exchange, 400, "that is no address of the web\n");
            return;
        }
        database.put(name, target);
        send(exchange, 200, name + " leads to " + target + "\n");
    }

    /** Whether a browser may be led there. */
    static boolean isAddress(String target) {
        try {
            URI uri = URI.create(target);
            return uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
