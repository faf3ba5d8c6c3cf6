package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What monitors are told by others, by REST. */
@ServerTest
class ToldResultsApiTest {

    private static final String PLACE = "mon-a";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    @Test
    void hearsOfJobsThatCallIn() {
        calls.asset("device:mon-beat", PLACE);
        long id =
                calls.add(
                        """
                        {"name":"backup","asset":"device:mon-beat","kind":"HEARTBEAT",
                         "interval":"1d"}
                        """);
        assertThat(calls.get("monitors/" + id).get("state").asString()).isEqualTo("PENDING");

        JsonNode after = calls.done("POST", "monitors/" + id + "/heartbeat", "");

        assertThat(after.get("state").asString()).isEqualTo("OK");
        assertThat(after.get("by").asString()).startsWith("token:");
        assertThat(calls.codes("POST", "monitors/" + id + "/check", ""))
                .containsExactly("monitor.not-checked");
        long other = calls.passive("no-beat", "device:mon-beat");
        assertThat(calls.status("POST", "monitors/" + other + "/heartbeat", "")).isEqualTo(409);
    }

    @Test
    void takesResultsOfSeveralOrNone() {
        calls.asset("host:mon-told", PLACE);
        long load = calls.passive("load", "host:mon-told");
        calls.passive("disk", "host:mon-told");
        String items =
                """
                {"items":[{"monitor":%d,"state":"OK","output":"fine | load1=0.5;1;2;0"},
                          {"asset":"host:mon-told","name":"%s","state":"CRITICAL","output":"full"}]}
                """;

        assertThat(calls.codes("POST", "monitors/results", items.formatted(load, "nothing")))
                .containsExactly("monitor.unknown");
        assertThat(calls.get("monitors/" + load).get("state").asString()).isEqualTo("PENDING");

        assertThat(
                        calls.done("POST", "monitors/results", items.formatted(load, "disk"))
                                .get("results")
                                .asInt())
                .isEqualTo(2);
        JsonNode told = calls.get("monitors/" + load);
        assertThat(told.get("output").asString()).isEqualTo("fine");
        assertThat(told.at("/metrics/0").toString())
                .contains("\"label\":\"load1\"", "\"value\":0.5", "\"warning\":\"1\"");
        assertThat(calls.texts("monitors?asset=host:mon-told&state=CRITICAL", "name"))
                .containsExactly("disk");
    }

    @Test
    void hasNoValuesWhereNothingWasMeasured() {
        calls.asset("device:mon-series", PLACE);
        String series = "monitors/" + calls.passive("load", "device:mon-series") + "/series";

        assertThat(calls.get(series).get("items")).isEmpty();
        assertThat(calls.codes("GET", series + "?points=0", "")).containsExactly("parameter.wrong");
        assertThat(
                        calls.status(
                                "GET",
                                series + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                                ""))
                .isEqualTo(400);
    }

    @Test
    void takesTheExternalCommandsOfNagios() {
        calls.asset("host:mon-nagios", PLACE);
        calls.passive("host", "host:mon-nagios");
        calls.passive("load", "host:mon-nagios");

        HttpResponse<String> taken =
                calls.client()
                        .answer(
                                "/api/v1/monitors/results",
                                "text/plain",
                                """
                                [1767225600] PROCESS_SERVICE_CHECK_RESULT;mon-nagios;load;1;high | load1=9
                                [1767225600] PROCESS_HOST_CHECK_RESULT;mon-nagios;0;up
                                """);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(calls.texts("monitors?asset=host:mon-nagios", "state"))
                .containsExactly("OK", "WARNING");
        HttpResponse<String> refused =
                calls.client()
                        .answer(
                                "/api/v1/monitors/results",
                                "text/plain",
                                "[1] PROCESS_SERVICE_CHECK_RESULT;mon-none;load;1;x\nnonsense\n");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("monitor.unknown", "passive.line");
    }
}
