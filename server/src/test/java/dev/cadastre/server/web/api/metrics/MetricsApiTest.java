package dev.cadastre.server.web.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What Prometheus is answered with. */
@ServerTest
class MetricsApiTest {

    private static final String PLACE = "metrics-a";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient administrator() {
        return ApiClient.administrator(server, access, tokens);
    }

    private static HttpResponse<String> get(ApiClient client, String path) {
        return client.send(client.request(path));
    }

    private static HttpResponse<String> send(
            ApiClient client, String method, String path, String body) {
        return client.send(
                client.request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private void measured(String asset, String environment, String output) {
        ApiClient client = administrator();
        send(client, "PUT", "/api/v1/assets/" + asset, "{\"environment\":\"" + environment + "\"}");
        String made =
                send(
                                client,
                                "POST",
                                "/api/v1/monitors",
                                """
                                {"name":"load","asset":"%s","kind":"PASSIVE"}
                                """
                                        .formatted(asset))
                        .body();
        String id = made.replaceFirst("(?s).*\"id\":(\\d+).*", "$1");
        HttpResponse<String> told =
                send(
                        client,
                        "POST",
                        "/api/v1/monitors/" + id + "/results",
                        """
                        {"state":"WARNING","output":"%s"}
                        """
                                .formatted(output));
        assertThat(told.statusCode()).as(told.body()).isBetween(200, 204);
    }

    @Test
    void showsWhatMonitorsMeasuredWithItsLimits() {
        measured("device:metrics-fan", PLACE, "busy|'load 1'=5.5%;4:6;~:9;0;100 odd=U");

        HttpResponse<String> answer =
                get(administrator(), "/metrics/perfdata?environment=" + PLACE);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain;version=0.0.4");
        String of =
                "{asset=\"device:metrics-fan\",environment=\"metrics-a\",label=\"load 1\","
                        + "monitor=\"load\",unit=\"%\"}";
        assertThat(answer.body().lines())
                .contains(
                        "# TYPE cadastre_perfdata_value gauge",
                        "cadastre_perfdata_value" + of + " 5.5",
                        "cadastre_perfdata_warn" + of + " 6.0",
                        "cadastre_perfdata_crit" + of + " 9.0",
                        "cadastre_perfdata_min" + of + " 0.0",
                        "cadastre_perfdata_max" + of + " 100.0",
                        "cadastre_monitor_state{asset=\"device:metrics-fan\","
                                + "environment=\"metrics-a\",monitor=\"load\"} 1.0")
                .noneMatch(line -> line.contains("odd"))
                .anyMatch(line -> line.startsWith("cadastre_monitor_checked_timestamp_seconds{"));
    }

    @Test
    void keepsTheLinesOfAMetricTogether() {
        measured("device:metrics-one", PLACE, "one|a=1;2");
        measured("device:metrics-two", PLACE, "two|a=1;2");

        List<String> names =
                get(administrator(), "/metrics/perfdata?environment=" + PLACE)
                        .body()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('{')))
                        .toList();

        List<String> changes = new ArrayList<>();
        for (String name : names) {
            if (changes.isEmpty() || !changes.getLast().equals(name)) {
                changes.add(name);
            }
        }
        assertThat(changes).doesNotHaveDuplicates();
    }

    @Test
    void tellsOnceOfMonitorsThatShareTheirNameAndAsset() {
        String host = administrator().thisMachine().get("name").asString();
        for (String about : List.of("\"asset\":\"host:%s\"", "\"q\":\"host:%s\"")) {
            HttpResponse<String> defined =
                    send(
                            administrator(),
                            "POST",
                            "/api/v1/monitor-definitions",
                            """
                            {"name":"metrics-twin","kind":"FACT","settings":{"breach":"NEVER"},%s}
                            """
                                    .formatted(about.formatted(host)));
            assertThat(defined.statusCode()).as(defined.body()).isEqualTo(201);
        }

        Awaitility.await().until(() -> count("/api/v1/monitors?name=metrics-twin") == 2);
        Awaitility.await().until(() -> !twins().isEmpty());
        assertThat(twins()).doesNotHaveDuplicates();
    }

    private long count(String path) {
        return ApiClient.read(get(administrator(), path)).get("items").size();
    }

    /** The samples of the two, without their values. */
    private List<String> twins() {
        return get(administrator(), "/metrics/perfdata?name=metrics-twin")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    @Test
    void showsAReaderOnlyTheirEnvironments() {
        measured("device:metrics-mine", "metrics-mine", "mine|a=1");
        measured("device:metrics-theirs", "metrics-theirs", "theirs|a=1");
        ApiClient reader = ApiClient.in("metrics-mine", Role.VIEWER, server, access, tokens);

        String seen = get(reader, "/metrics/perfdata").body();

        assertThat(seen).contains("device:metrics-mine").doesNotContain("device:metrics-theirs");
        assertThat(get(reader, "/metrics").statusCode()).isEqualTo(403);
    }

    @Test
    void showsTheServersOwnFigures() {
        String text = get(administrator(), "/metrics").body();

        assertThat(text)
                .contains(
                        "cadastre_monitors ",
                        "cadastre_checks_total ",
                        "cadastre_check_lateness_seconds{quantile=\"0.99\"}",
                        "cadastre_series_results_total{form=",
                        "cadastre_map_assets ",
                        "jvm_memory_used_bytes{",
                        "process_uptime_seconds ");
    }
}
