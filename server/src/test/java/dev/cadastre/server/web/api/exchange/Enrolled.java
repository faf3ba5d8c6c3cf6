package dev.cadastre.server.web.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.ReportText;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Hosts that send their reports. */
record Enrolled(Environment server, ApiClient admin) {

    /** Adds a host and sends its first report. */
    ApiClient host(String name, String environment, ReportText report) {
        JsonNode added =
                admin.post(
                        "/api/v1/hosts",
                        "{\"address\":\"%s\",\"environment\":\"%s\",\"push\":true}"
                                .formatted(name, environment));
        ApiClient host = ApiClient.of(server, added.get("token").asString());
        assertThat(send(host, report).get("host").asString()).isEqualTo(name);
        return host;
    }

    /** Sends another report. */
    static JsonNode send(ApiClient host, ReportText report) {
        return ApiClient.read(host.answer("/api/v1/reports", "text/plain", report.toString()));
    }
}
