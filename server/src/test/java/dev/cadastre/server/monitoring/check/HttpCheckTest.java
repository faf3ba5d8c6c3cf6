package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCheckTest {

    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, 200, "Welcome to the shop"));
        server.createContext("/missing", exchange -> answer(exchange, 404, "nothing"));
        server.createContext(
                "/json",
                exchange ->
                        answer(
                                exchange,
                                200,
                                "{\"status\":\"UP\",\"free\":12.5,\"checks\":[{\"ok\":true}]}"));
        server.createContext("/echo", this::echo);
        server.createContext("/away", exchange -> redirect(exchange, 302, "/json"));
        server.createContext("/round", exchange -> redirect(exchange, 307, "/round"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        exchange.getResponseBody().write(head ? new byte[0] : bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, int status, String location)
            throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void echo(HttpExchange exchange) throws IOException {
        exchange.getRequestHeaders().forEach((name, values) -> seen.put(name, values.getFirst()));
        seen.put("method", exchange.getRequestMethod());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.put("body", body);
        answer(exchange, 200, "{\"token\":\"" + seen.get("Authorization") + "\"}");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private PluginResult run(String path, String... settings) {
        return run(new TestChecks(), path, settings);
    }

    private PluginResult run(TestChecks checks, String path, String... settings) {
        return checks.run(CheckKind.HTTP, settings(url(path), settings));
    }

    private static Map<String, String> settings(String url, String... pairs) {
        Map<String, String> settings = new HashMap<>();
        settings.put("url", url);
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return settings;
    }

    @Test
    void isWellWithAnAnswerAsExpected() {
        PluginResult result =
                run(
                        "/",
                        "contains",
                        "Welcome\nshop",
                        "notContains",
                        "error",
                        "matches",
                        "(?i)^WEL");

        assertThat(result.state()).isEqualTo(PluginState.OK);
        assertThat(result.text()).startsWith("HTTP OK: 200 from " + url("/") + " (127.0.0.1)");
        assertThat(result.metrics()).extracting(Metric::label).containsExactly("time", "size");
    }

    @Test
    void tellsEachThingThatIsNotAsExpected() {
        PluginResult result =
                run(
                        "/missing",
                        "contains",
                        "Welcome",
                        "notContains",
                        "nothing",
                        "matches",
                        "shop",
                        "timeCritical",
                        "~:-1");

        assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
        assertThat(result.text())
                .contains("the status is 404, not 200-399")
                .contains("does not hold \"Welcome\"")
                .contains("does not match \"shop\"")
                .contains("the body holds \"nothing\"")
                .contains("outside of the critical range");
    }

    @Test
    void takesTheStatusesThatAreRight() {
        assertThat(run("/missing", "status", "200, 4xx").state()).isEqualTo(PluginState.OK);
        assertThat(run("/away", "redirects", "0", "status", "302").state())
                .isEqualTo(PluginState.OK);
    }

    @Test
    void looksIntoJson() {
        assertThat(run("/json", "json", "/status = UP\nchecks[0].ok = true\n/free > 10").state())
                .isEqualTo(PluginState.OK);
        assertThat(run("/json", "json", "/status = DOWN\n/free < 1e1\n/none").text())
                .contains("/status is \"UP\", not = DOWN")
                .contains("/free is \"12.5\", not < 1e1")
                .contains("there is no /none");
        assertThat(run("/", "json", "/a").text()).contains("the body is no JSON");
    }

    @Test
    void doesNotKnowWhatTheUnreadPartOfABodyHolds() {
        assertThat(run("/", "contains", "shop", "maxBytes", "7").state())
                .isEqualTo(PluginState.UNKNOWN);
        assertThat(run("/", "notContains", "shop", "maxBytes", "7").state())
                .isEqualTo(PluginState.UNKNOWN);
        assertThat(run("/", "contains", "Welcome", "maxBytes", "7").state())
                .isEqualTo(PluginState.OK);
    }

    @Test
    void sendsWhatItIsToldTo() {
        run("/echo", "method", "put", "body", "h\u00e9", "headers", "X-A: b\nUser-Agent: mine");

        assertThat(seen)
                .containsEntry("method", "PUT")
                .containsEntry("body", "h\u00e9")
                .containsEntry("X-a", "b")
                .containsEntry("User-agent", "mine")
                .containsEntry("Host", "127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void asksForAPathWithOtherLetters() {
        server.createContext("/caf\u00e9", exchange -> answer(exchange, 200, "coffee"));

        assertThat(run("/caf\u00e9", "contains", "coffee").state()).isEqualTo(PluginState.OK);
    }

    @Test
    void signsInWithASecretAndNeverShowsIt() {
        TestChecks checks = new TestChecks().secrets(Map.of("SHOP", "s3cret"));

        PluginResult bearer = run(checks, "/echo", "secret", "SHOP", "json", "/token = x");
        assertThat(seen).containsEntry("Authorization", "Bearer s3cret");
        assertThat(bearer.text()).contains("Bearer ***").doesNotContain("s3cret");

        PluginResult basic =
                run(
                        checks,
                        "/echo",
                        "user",
                        "me",
                        "secret",
                        "CADASTRE_SECRET_SHOP",
                        "json",
                        "/token = x");
        assertThat(seen).containsEntry("Authorization", "Basic bWU6czNjcmV0");
        assertThat(basic.text()).contains("Basic ***").doesNotContain("bWU6czNjcmV0");
    }

    @Test
    void doesNotKnowWithoutItsSecret() {
        PluginResult result = run("/echo", "secret", "NONE");

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.longText()).contains("CADASTRE_SECRET_NONE");
        assertThat(seen).isEmpty();
    }

    @Test
    void followsRedirectsAsFarAsItMay() {
        assertThat(run("/away", "json", "/status = UP").text())
                .contains("200 from " + url("/json"));
        assertThat(run("/round", "redirects", "3").text()).contains("more than 3 redirects");
    }

    @Test
    void givesNoSecretsToWhereItIsRedirected() throws IOException {
        TestChecks checks = new TestChecks().secrets(Map.of("SHOP", "s3cret"));
        try (LocalServer first =
                LocalServer.sending(
                        ("HTTP/1.1 307 Elsewhere\r\nLocation: " + url("/echo") + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII))) {
            PluginResult result =
                    checks.run(
                            CheckKind.HTTP,
                            settings(
                                    "http://127.0.0.1:" + first.port() + "/",
                                    "secret",
                                    "SHOP",
                                    "headers",
                                    "X-Key: k",
                                    "method",
                                    "post",
                                    "body",
                                    "private"));

            assertThat(result.state()).isEqualTo(PluginState.OK);
        }
        assertThat(seen).doesNotContainKeys("Authorization", "X-key").containsEntry("body", "");
    }

    @Test
    void isNotLedToWhereItMayNotGo() {
        AtomicInteger port = new AtomicInteger();
        TestChecks checks =
                new TestChecks()
                        .rule((address, asked) ->
                                asked == port.get()
                                        ? Optional.of("that is forbidden")
                                        : Optional.empty());
        server.createContext(
                "/inward",
                exchange -> redirect(exchange, 302, "http://127.0.0.1:" + port.get() + "/"));
        port.set(1);

        PluginResult result = run(checks, "/inward");

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.text()).contains("127.0.0.1 is not asked: that is forbidden");
    }

    @Test
    void looksANameUpOnceForWhatIsJudgedAndConnectedTo() {
        AtomicInteger lookups = new AtomicInteger();
        TestChecks checks =
                new TestChecks()
                        .names(name ->
                                List.of(
                                        lookups.getAndIncrement() == 0
                                                ? InetAddress.ofLiteral("127.0.0.1")
                                                : InetAddress.ofLiteral("169.254.169.254")));

        PluginResult result =
                checks.run(
                        CheckKind.HTTP,
                        settings(url("/echo").replace("127.0.0.1", "shop.example.com")));

        assertThat(result.state()).isEqualTo(PluginState.OK);
        assertThat(lookups).hasValue(1);
        assertThat(seen.get("Host")).startsWith("shop.example.com:");
    }

    @Test
    void refusesANameOfWhichOneAddressIsForbidden() {
        TestChecks checks =
                new TestChecks()
                        .names(name ->
                                List.of(
                                        InetAddress.ofLiteral("127.0.0.1"),
                                        InetAddress.ofLiteral("169.254.169.254")))
                        .rule((address, port) ->
                                address.isLinkLocalAddress()
                                        ? Optional.of("link-local")
                                        : Optional.empty());

        PluginResult result = checks.run(CheckKind.HTTP, settings("http://shop.example.com/"));

        assertThat(result.state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(result.cause()).contains("shop.example.com is not asked: link-local");
    }

    @Test
    void connectsToAnAddressForAVirtualHost() {
        run(
                new TestChecks().names(name -> List.of()),
                "/echo",
                "url",
                "http://virtual.example.com:" + server.getAddress().getPort() + "/echo",
                "address",
                "127.0.0.1");

        assertThat(seen.get("Host")).startsWith("virtual.example.com:");
    }
}
