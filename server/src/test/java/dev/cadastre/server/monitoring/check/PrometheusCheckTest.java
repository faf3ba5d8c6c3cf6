package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PrometheusCheckTest {

    private final AtomicReference<String> asked = new AtomicReference<>("");

    private PluginResult run(String body, String... pairs) throws IOException {
        return runAnswering("200 OK", body, pairs);
    }

    private PluginResult runAnswering(String status, String body, String... pairs)
            throws IOException {
        try (LocalServer server =
                LocalServer.start(socket -> {
                    asked.set(LocalServer.readLine(socket.getInputStream()));
                    LocalServer.say(socket, "HTTP/1.1 " + status + "\r\n\r\n" + body);
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                })) {
            Map<String, String> settings = new HashMap<>();
            settings.put("url", "http://127.0.0.1:" + server.port() + "/metrics");
            for (int i = 0; i < pairs.length; i += 2) {
                settings.put(pairs[i], pairs[i + 1]);
            }
            return new TestChecks().run(CheckKind.PROMETHEUS, settings);
        }
    }

    @Test
    void judgesOneValueOfWhatIsShown() throws IOException {
        String body = "queue{q=\"a\"} 3\nqueue{q=\"b\"} 9\n";

        assertThat(run(body, "metric", "queue", "warning", "20").text())
                .isEqualTo("PROMETHEUS OK: queue is 12.0, the sum of 2");
        assertThat(
                        run(
                                        body,
                                        "metric",
                                        "queue{q=~\"a|b\"}",
                                        "aggregation",
                                        "max",
                                        "critical",
                                        "5")
                                .text())
                .isEqualTo("PROMETHEUS CRITICAL: queue 9 is outside of the critical range 5");
    }

    @Test
    void doesNotKnowAValueThatIsNotShownOrIsNoNumber() throws IOException {
        assertThat(run("a 1\n", "metric", "b").state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(run("a NaN\n", "metric", "a").state()).isEqualTo(PluginState.UNKNOWN);
        assertThat(run("a 1\n", "metric", "b", "aggregation", "count", "critical", "1:").state())
                .isEqualTo(PluginState.CRITICAL);
    }

    @Test
    void isCriticalWhereNothingIsShown() throws IOException {
        assertThat(run("<html>\n", "metric", "a").text()).contains("nothing is shown");
        assertThat(runAnswering("500 Broken", "a 1\n", "metric", "a").text())
                .contains("answers with the status 500");
    }

    @Test
    void doesNotJudgeHalfOfWhatIsShown() throws IOException {
        assertThat(run("a 1\na 2\n", "metric", "a", "maxBytes", "5").state())
                .isEqualTo(PluginState.UNKNOWN);
    }

    private static String answered(String type, String result) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"%s\",\"result\":%s}}"
                .formatted(type, result);
    }

    @Test
    void asksAPrometheus() throws IOException {
        String vector =
                answered(
                        "vector",
                        "[{\"metric\":{},\"value\":[1,\"2.5\"]},{\"metric\":{},\"value\":[1,\"4\"]}]");

        assertThat(run(vector, "query", "sum(a{b=\"c\"})").text()).contains("value is 6.5");
        assertThat(asked.get())
                .isEqualTo("GET /metrics/api/v1/query?query=sum%28a%7Bb%3D%22c%22%7D%29 HTTP/1.1");
        assertThat(run(answered("scalar", "[1,\"7\"]"), "query", "7", "critical", "5").state())
                .isEqualTo(PluginState.CRITICAL);
    }

    @Test
    void tellsWhyAPrometheusRefuses() throws IOException {
        String refusal =
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}";

        assertThat(runAnswering("400 Bad Request", refusal, "query", "sum(").text())
                .isEqualTo("PROMETHEUS UNKNOWN: Prometheus refuses the query: \"parse error\"");
        assertThat(run(answered("matrix", "[]"), "query", "a[5m]").state())
                .isEqualTo(PluginState.UNKNOWN);
        assertThat(run("[1]", "query", "a").text()).contains("is not Prometheus");
        assertThat(run(answered("vector", "[{\"value\":3}]"), "query", "a").text())
                .contains("answers no number");
    }
}
