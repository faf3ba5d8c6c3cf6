package dev.cadastre.server.web.api.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.monitoring.defining.MonitorsByTest;
import dev.cadastre.server.web.api.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The life of monitors, by REST. */
@ServerTest
class MonitorApiTest {

    private static final String PLACE = "mon-a";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private MonitorsByTest byTest;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    private static String tcp(String name, String asset, int port) {
        return """
        {"name":"%s","asset":"%s","kind":"TCP","retries":0,"interval":"1h",
         "settings":{"host":"127.0.0.1","port":%d},"reason":"a test"}
        """
                .formatted(name, asset, port);
    }

    @Test
    void checksAPortAndTellsHowItWas() throws IOException {
        calls.asset("device:mon-tcp", PLACE);
        long id;
        try (ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            id = calls.add(tcp("port", "device:mon-tcp", port.getLocalPort()));
            JsonNode works = calls.done("POST", "monitors/" + id + "/check", "");

            assertThat(works.get("state").asString()).as(works.toString()).isEqualTo("OK");
            assertThat(works.get("certain").asString()).isEqualTo("OK");
            assertThat(works.get("interval").asString()).isEqualTo("1h");
            assertThat(works.at("/metrics/0/unit").asString()).isEqualTo("s");
            assertThat(works.at("/settings/port").asString()).isNotEmpty();
            assertThat(works.get("why").asString()).isNotEmpty();
        }
        JsonNode failed = calls.done("POST", "monitors/" + id + "/check", "");

        assertThat(failed.get("state").asString()).as(failed.toString()).isEqualTo("CRITICAL");
        assertThat(failed.get("output").asString()).isNotEmpty();
        assertThat(calls.texts("monitors?environment=" + PLACE + "&state=PROBLEM", "name"))
                .contains("port");
        assertThat(calls.texts("monitors/" + id + "/history", "state"))
                .startsWith("CRITICAL", "OK");
        assertThat(calls.texts("monitors/" + id + "/history?limit=1", "state"))
                .containsExactly("CRITICAL");
        assertThat(calls.texts("timeline?asset=device:mon-tcp", "summary"))
                .contains("Monitor port was added: a test");
        assertThat(calls.status("DELETE", "monitors/" + id + "?reason=over", "")).isEqualTo(204);
        assertThat(calls.status("GET", "monitors/" + id, "")).isEqualTo(404);
    }

    @Test
    void tellsWhatStopsWithWhatIsDownByMonitors() {
        calls.asset("device:mon-down-db", PLACE);
        calls.asset("device:mon-down-shop", PLACE);
        calls.done(
                "PUT",
                "relations",
                """
                {"items":[{"source":"device:mon-down-shop","type":"DEPENDS_ON",
                           "target":"device:mon-down-db"}]}
                """);
        long id =
                calls.add(
                        """
                        {"name":"works","asset":"device:mon-down-db","kind":"PASSIVE",
                         "retries":0,"availability":true}
                        """);
        assertThat(downAssets()).doesNotContain("device:mon-down-db");

        calls.done("POST", "monitors/" + id + "/results", MonitorCalls.result("CRITICAL", "gone"));

        assertThat(downAssets()).contains("device:mon-down-db");
        assertThat(calls.get("impact?down=true").get("fallen").toString())
                .contains("device:mon-down-shop");
    }

    @Test
    void tellsWithEachPastStateWhatWasFound() {
        calls.asset("device:mon-past", PLACE);
        long id = calls.passive("past", "device:mon-past");
        String results = "monitors/" + id + "/results";

        calls.done("POST", results, MonitorCalls.result("OK", "3 fans turn"));
        calls.done("POST", results, MonitorCalls.result("OK", "4 fans turn"));
        calls.done("POST", results, MonitorCalls.result("CRITICAL", "x".repeat(3_000)));

        assertThat(calls.texts("monitors/" + id + "/history", "output"))
                .containsExactly("x".repeat(999) + "…", "3 fans turn");
        assertThat(calls.get("monitors/" + id).get("output").asString()).hasSize(3_000);
    }

    @Test
    void takesResultsAlsoOfWhatTheServerChecks() {
        calls.asset("device:mon-both", PLACE);
        long checked = calls.add(tcp("both", "device:mon-both", 1));
        calls.done("POST", "monitors/" + checked + "/check", "");

        JsonNode told =
                calls.done(
                        "POST",
                        "monitors/" + checked + "/results",
                        MonitorCalls.result("WARNING", "told"));

        assertThat(told.get("output").asString()).isEqualTo("told");
    }

    private String downAssets() {
        return calls.get("impact?down=true").get("down").toString();
    }

    @Test
    void changesHowAMonitorIsCheckedAndKeepsItsHistory() {
        calls.asset("device:mon-change", PLACE);
        long id = calls.passive("told", "device:mon-change");
        calls.done("POST", "monitors/" + id + "/results", MonitorCalls.result("WARNING", "warm"));

        JsonNode changed =
                calls.done(
                        "PUT",
                        "monitors/" + id,
                        """
                        {"name":"told2","kind":"PASSIVE","retries":5,
                         "settings":{"Freshness":"30m"},"reason":"quieter"}
                        """);

        assertThat(changed.get("id").asLong()).isEqualTo(id);
        assertThat(changed.get("name").asString()).isEqualTo("told2");
        assertThat(changed.get("state").asString()).isEqualTo("WARNING");
        assertThat(changed.at("/settings/freshness").asString()).isEqualTo("30m");
        assertThat(
                        calls.codes(
                                "PUT",
                                "monitors/" + id,
                                "{\"name\":\"x\",\"asset\":\"device:other\",\"kind\":\"PASSIVE\"}"))
                .containsExactly("monitor.asset-fixed");
    }

    @Test
    void takesAPlugInWithItsArguments() {
        calls.asset("host:web1", PLACE);
        JsonNode made =
                calls.done(
                        "POST",
                        "monitors",
                        """
                        {"name":"disk","asset":"host:web1","kind":"PLUGIN","command":["check_disk","-w","10%"],"interval":"1m","timeout":"10s","retries":3,"retryInterval":"15s","where":"SERVER"}
                        """);

        assertThat(made.get("command").toString()).isEqualTo("[\"check_disk\",\"-w\",\"10%\"]");
        assertThat(made.get("availability").asBoolean()).isFalse();
        assertThat(made.has("since") && made.has("state") && made.has("why")).isTrue();
    }

    @Test
    void checksAPage() throws IOException {
        calls.asset("device:mon-http", PLACE);
        HttpServer page =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write("up".getBytes(UTF_8));
                    exchange.close();
                });
        page.start();
        try {
            long id =
                    calls.add(
                            """
                            {"name":"page","asset":"device:mon-http","kind":"HTTP",
                             "settings":{"url":"http://127.0.0.1:%d/"}}
                            """
                                    .formatted(page.getAddress().getPort()));
            JsonNode works = calls.done("POST", "monitors/" + id + "/check", "");

            assertThat(works.get("state").asString()).as(works.toString()).isEqualTo("OK");
            assertThat(works.get("availability").asBoolean()).isTrue();
        } finally {
            page.stop(0);
        }
    }

    @Test
    void namesEverythingThatIsWrong() {
        calls.asset("device:mon-wrong", PLACE);

        assertThat(
                        calls.codes(
                                "POST",
                                "monitors",
                                """
                                {"name":"a b","asset":"device:mon-wrong","kind":"TCP",
                                 "interval":"soon","retries":1000,
                                 "settings":{"host":"127.0.0.1","port":70000,"prot":1}}
                                """))
                .contains(
                        "monitor.name-wrong",
                        "monitor.interval-wrong",
                        "monitor.retries-wrong",
                        "monitor.port-wrong",
                        "monitor.prot-wrong");
        assertThat(
                        calls.codes(
                                "POST",
                                "monitors",
                                """
                                {"name":"x","asset":"device:mon-wrong","kind":"PASSIVE",
                                 "settings":{"interval":"1m","freshness":{"a":1}}}
                                """))
                .containsExactly("monitor.setting-wrong", "monitor.setting-wrong");
        assertThat(
                        calls.codes(
                                "POST",
                                "monitors",
                                "{\"name\":\"x\",\"asset\":\"host:mon-no\",\"kind\":\"PASSIVE\"}"))
                .containsExactly("asset.unknown");
        HttpResponse<String> query =
                calls.send(
                        "POST",
                        "monitors",
                        "{\"name\":\"x\",\"q\":\"env:a\",\"kind\":\"PASSIVE\"}");
        assertThat(query.statusCode()).isEqualTo(400);
        assertThat(query.body()).contains("/api/v1/monitor-definitions");
        calls.passive("twice", "device:mon-wrong");
        assertThat(
                        calls.status(
                                "POST",
                                "monitors",
                                "{\"name\":\"twice\",\"asset\":\"device:mon-wrong\",\"kind\":\"PASSIVE\"}"))
                .isEqualTo(409);
        for (String path : List.of("results", "check", "heartbeat", "history")) {
            assertThat(
                            calls.status(
                                    path.equals("history") ? "GET" : "POST",
                                    "monitors/999999/" + path,
                                    path.equals("results") ? MonitorCalls.result("OK", "x") : ""))
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(calls.status("DELETE", "monitors", "{\"ids\":[999999]}")).isEqualTo(404);
        assertThat(calls.status("DELETE", "monitors", "")).isEqualTo(400);
    }

    @Test
    void thinksNothingOfWhatIsSwitchedOff() {
        calls.asset("device:mon-off", PLACE);
        long id = calls.passive("off", "device:mon-off");
        calls.done("POST", "monitors/" + id + "/results", MonitorCalls.result("CRITICAL", "down"));
        String body = "{\"name\":\"off\",\"kind\":\"PASSIVE\",\"retries\":0,\"enabled\":%s}";

        JsonNode off = calls.done("PUT", "monitors/" + id, body.formatted(false));

        assertThat(off.get("id").asLong()).isEqualTo(id);
        assertThat(off.get("state").asString()).isEqualTo("PENDING");
        assertThat(off.get("why").asString()).contains("switched off");
        assertThat(
                        calls.codes(
                                "POST",
                                "monitors/" + id + "/results",
                                MonitorCalls.result("OK", "x")))
                .containsExactly("monitor.off");
        calls.done("PUT", "monitors/" + id, body.formatted(true));
        calls.done("POST", "monitors/" + id + "/results", MonitorCalls.result("OK", "back"));
        assertThat(calls.texts("monitors/" + id + "/history", "state"))
                .containsExactly("OK", "PENDING", "CRITICAL");
    }

    @Test
    void letsOnlyThoseChangeWhoMayThere() {
        calls.asset("device:mon-own", PLACE);
        long id = calls.passive("own", "device:mon-own");
        MonitorCalls viewer =
                new MonitorCalls(ApiClient.in(PLACE, Role.VIEWER, server, access, tokens));
        MonitorCalls stranger =
                new MonitorCalls(ApiClient.in("mon-b", Role.OPERATOR, server, access, tokens));
        String results = "monitors/" + id + "/results";

        assertThat(viewer.status("GET", "monitors/" + id, "")).isEqualTo(200);
        assertThat(viewer.status("POST", results, MonitorCalls.result("OK", "x"))).isEqualTo(403);
        assertThat(stranger.status("GET", "monitors/" + id, "")).isEqualTo(404);
        assertThat(stranger.status("POST", results, MonitorCalls.result("OK", "x"))).isEqualTo(404);
        assertThat(stranger.texts("monitors", "name")).doesNotContain("own");
        assertThat(
                        stranger.status(
                                "POST",
                                "monitors",
                                "{\"name\":\"x\",\"asset\":\"device:mon-own\",\"kind\":\"PASSIVE\"}"))
                .isEqualTo(403);
    }

    @Test
    void removesTenThousandAtOnce() {
        calls.asset("device:mon-many", PLACE);
        byTest.addMany("device:mon-many", 10_000);
        StringBuilder ids = new StringBuilder();
        String next = "";
        do {
            JsonNode page = calls.get("monitors?asset=device:mon-many&limit=1000" + next);
            page.get("items")
                    .forEach(item -> ids.append(ids.isEmpty() ? "" : ",").append(item.get("id")));
            next = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : "";
        } while (!next.isEmpty());

        JsonNode removed =
                calls.done(
                        "DELETE",
                        "monitors",
                        "{\"ids\":[%s],\"reason\":\"a test\"}".formatted(ids));

        assertThat(removed.get("monitors").asInt()).isEqualTo(10_000);
        assertThat(calls.get("monitors?asset=device:mon-many").get("items")).isEmpty();
    }

    @Test
    void tellsHowTheWatchIsDoing() {
        assertThat(calls.get("monitors/status").get("monitors").asInt()).isNotNegative();
    }
}
