package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.monitoring.defining.MonitorsByTest;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Monitors of an estate file, on a server of their own. */
@ServerTest
@TestPropertySource(properties = "cadastre.estate=src/test/resources/estate/monitors.ini")
class MonitorEstateTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private MonitorsByTest byTest;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
        byTest.coverAgain();
    }

    @Test
    void hasWhatTheFileStates() {
        JsonNode told = calls.get("monitors?name=file-told").at("/items/0");

        assertThat(told.get("asset").asString()).isEqualTo("host:mon-file1");
        assertThat(told.get("interval").asString()).isEqualTo("5m");
        assertThat(told.at("/settings/freshness").asString()).isEqualTo("30m");
        assertThat(told.at("/declared/line").asInt()).isEqualTo(12);
        JsonNode port = calls.get("monitors?name=file-port").at("/items/0");
        assertThat(port.at("/settings/port").asString()).isEqualTo("${smtp.port}");
        assertThat(port.at("/settings/timeWarning").asString()).isEqualTo("0.5");
        assertThat(port.get("why").asString()).contains("switched off");
        assertThat(calls.get("monitor-templates/quiet").get("definitions").asInt()).isOne();
    }

    @Test
    void refersToTheLineOfWhatOnlyTheFileChanges() {
        JsonNode told = calls.get("monitors?name=file-told").at("/items/0");
        String body = "{\"name\":\"file-told\",\"kind\":\"PASSIVE\"}";

        HttpResponse<String> monitor =
                calls.send("PUT", "monitors/" + told.get("id").asLong(), body);
        HttpResponse<String> definition =
                calls.send("DELETE", "monitor-definitions/" + told.get("definition").asLong(), "");

        assertThat(monitor.statusCode()).isEqualTo(409);
        assertThat(ApiClient.read(monitor).get("code").asString()).isEqualTo("monitor.declared");
        assertThat(monitor.body()).contains("monitors.ini, line 12");
        assertThat(definition.statusCode()).isEqualTo(409);
        assertThat(definition.body()).contains("monitors.ini, line 12");
        assertThat(calls.status("DELETE", "monitor-templates/quiet", "")).isEqualTo(409);
    }

    @Test
    void showsWhatAnotherFileWouldChange() {
        String file =
                """
                [environment mon-file]

                [monitor file-told]
                q = env:mon-file
                kind = passive

                [monitor wrong]
                q = colour:red
                kind = tpc

                [rule file-rule]
                q = env:mon-file

                [monitor asks-nonsense]
                q = env:mon-file
                kind = fact
                breach = colour:red

                [monitor asks-well]
                q = env:mon-file
                kind = rule
                rule = file-rule

                [monitor asks-for-what-went]
                q = env:mon-file
                kind = rule
                rule = known-by-file
                """;
        JsonNode plan =
                ApiClient.read(calls.client().answer("/api/v1/estate/plan", "text/plain", file));

        assertThat(plan.toString())
                .contains("did you mean tcp?", "estate.bad-monitor")
                .contains("[monitor asks-nonsense] breach: ")
                .contains("[monitor asks-for-what-went] rule: there is no rule")
                .doesNotContain("asks-well");
    }
}
