package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The distribution's Prometheus gets what monitors measure by remote write and by scraping, and
 * what it alerts of becomes an incident.
 */
class PrometheusMonitorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir private static Path folder;

    private static String address;
    private static RunningServer server;
    private static Prometheus prometheus;

    @BeforeAll
    static void start() throws IOException {
        address = "127.0.0.1:" + Programs.freePort();
        server =
                ServerStart.at(folder.resolve("home"))
                        .property(
                                "cadastre.series.remote.url", "http://" + address + "/api/v1/write")
                        .ready();
        String token =
                server.cadastre("token", "create", "prometheus", "--role", "operator")
                        .exited(0)
                        .out()
                        .strip();
        prometheus = prometheus(Files.writeString(folder.resolve("token"), token));
    }

    private static Prometheus prometheus(Path secret) throws IOException {
        Path rules =
                Files.writeString(
                        folder.resolve("rules.yml"),
                        """
                        groups:
                          - name: heat
                            interval: 1s
                            rules:
                              - alert: TooHot
                                expr: cadastre_perfdata_value{job="perfdata",label="heat"} > 50
                                labels:
                                  severity: critical
                                annotations:
                                  summary: "{{ $labels.asset }} has {{ $value }} degrees"
                        """);
        String cadastre = URI.create(server.url()).getAuthority();
        String configuration =
                """
                global:
                  scrape_interval: 1s
                rule_files: [%s]
                scrape_configs:
                  - job_name: perfdata
                    metrics_path: /metrics/perfdata
                    honor_labels: true
                    authorization: {type: Bearer, credentials_file: %s}
                    static_configs: [{targets: ["%s"]}]
                  - job_name: cadastre
                    authorization: {type: Bearer, credentials_file: %s}
                    static_configs: [{targets: ["%s"]}]
                alerting:
                  alertmanagers:
                    - authorization: {type: Bearer, credentials_file: %s}
                      static_configs: [{targets: ["%s"]}]
                """
                        .formatted(rules, secret, cadastre, secret, cadastre, secret, cadastre);
        return Prometheus.at(address, folder, configuration, "--web.enable-remote-write-receiver");
    }

    @AfterAll
    static void stop() {
        prometheus.close();
        server.close();
    }

    @Test
    void receivesScrapesAndAlertsOfWhatMonitorsMeasure() {
        server.cadastre("api", "PUT", "/api/v1/assets/device:oven", "{\"environment\":\"qa\"}")
                .exited(0);
        long oven =
                server.cadastre(
                                "api",
                                "POST",
                                "/api/v1/monitors",
                                """
                                {"name":"heat","asset":"device:oven","kind":"PASSIVE"}
                                """)
                        .exited(0)
                        .json()
                        .get("id")
                        .asLong();

        told(oven, "heat=40C;45;60");

        awaitValue("cadastre_perfdata_value{job=\"\",asset=\"device:oven\"}", 40);
        awaitValue("cadastre_perfdata_value{job=\"perfdata\",asset=\"device:oven\"}", 40);
        awaitValue("cadastre_perfdata_crit{job=\"perfdata\",asset=\"device:oven\"}", 60);
        awaitValue("up{job=\"cadastre\"}", 1);

        told(oven, "heat=55C;45;60");

        awaitIncidents("OPEN", 1);
        JsonNode incident = server.items("incident", "list").getFirst();
        assertThat(incident.get("cause").asString()).isEqualTo("device:oven");
        assertThat(server.cadastre("incident", "show", incident.get("id").asString()).out())
                .contains("TooHot", "device:oven has 55 degrees");

        told(oven, "heat=41C;45;60");

        awaitIncidents("OPEN", 0);
    }

    /** The monitor itself finds nothing wrong with any of it. */
    private static void told(long monitor, String perfdata) {
        server.cadastre(
                        "api",
                        "POST",
                        "/api/v1/monitors/%d/results".formatted(monitor),
                        "{\"state\":\"OK\",\"output\":\"fine|%s\"}".formatted(perfdata))
                .exited(0);
    }

    private static void awaitIncidents(String state, int count) {
        Waiting.until(
                PATIENCE,
                () -> server.items("incident", "list", "--state", state).size() == count,
                () -> server.cadastre("incident", "list") + prometheus.log());
    }

    private static void awaitValue(String query, double value) {
        Waiting.until(
                PATIENCE,
                () -> prometheus.values(query).contains(value),
                () -> query + " is " + prometheus.values(query) + prometheus.log());
    }
}
