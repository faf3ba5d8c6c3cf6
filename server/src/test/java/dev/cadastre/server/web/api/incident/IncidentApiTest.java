package dev.cadastre.server.web.api.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.alerting.watching.IncidentsByTest;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.monitor.MonitorCalls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The life of incidents, by REST. */
@ServerTest
class IncidentApiTest {

    private static final String PLACE = "inc-a";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private IncidentsByTest byTest;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    private MonitorCalls as(Role role, String environment) {
        return new MonitorCalls(ApiClient.in(environment, role, server, access, tokens));
    }

    private long failing(String asset) {
        calls.asset(asset, PLACE);
        long monitor =
                calls.add(
                        """
                        {"name":"works","asset":"%s","kind":"PASSIVE","retries":0}
                        """
                                .formatted(asset));
        calls.done(
                "POST",
                "monitors/" + monitor + "/results",
                "{\"state\":\"CRITICAL\",\"output\":\"It is <b>down</b>\"}");
        byTest.catchUp();
        return calls.get("incidents?asset=" + asset).at("/items/0/id").asLong();
    }

    @Test
    void tellsTheStoryOfAnIncident() {
        long id = failing("device:api-fan");

        JsonNode story = calls.get("incidents/" + id);
        assertThat(story.at("/incident/state").asString()).isEqualTo("OPEN");
        assertThat(story.at("/incident/cause").asString()).isEqualTo("device:api-fan");
        assertThat(story.at("/incident/environment").asString()).isEqualTo(PLACE);
        assertThat(story.at("/failures/0/output").asString()).isEqualTo("It is <b>down</b>");
        assertThat(story.at("/before").isArray()).isTrue();
        assertThat(calls.texts("incidents?state=UNRESOLVED&env=" + PLACE, "cause"))
                .contains("device:api-fan");
        assertThat(calls.texts("incidents?state=RESOLVED&asset=device:api-fan", "cause")).isEmpty();

        assertThat(calls.done("POST", "incidents/" + id + "/acknowledge", "").get("state"))
                .hasToString("\"ACKNOWLEDGED\"");
        calls.done("POST", "incidents/" + id + "/comments", "{\"text\":\"A fan is coming\"}");
        JsonNode over = calls.done("POST", "incidents/" + id + "/resolve", "");
        assertThat(over.get("state").asString()).isEqualTo("RESOLVED");
        assertThat(over.get("resolvedBy").asString()).startsWith("token:");
        assertThat(calls.get("incidents/" + id).at("/comments/0/text").asString())
                .isEqualTo("A fan is coming");
        assertThat(calls.codes("POST", "incidents/" + id + "/resolve", ""))
                .containsExactly("incident.over");
        assertThat(calls.codes("POST", "incidents/" + id + "/comments", "{\"text\":\" \"}"))
                .containsExactly("comment.text-wrong");
    }

    @Test
    void goesOnFromPageToPage() {
        long first = failing("device:api-page1");
        long second = failing("device:api-page2");

        JsonNode page = calls.get("incidents?limit=1&env=" + PLACE);
        assertThat(page.at("/items/0/id").asLong()).isGreaterThanOrEqualTo(second);
        String next = page.get("next").asString();
        JsonNode further = calls.get("incidents?limit=1&env=" + PLACE + "&after=" + next);
        assertThat(further.at("/items/0/id").asLong())
                .isLessThan(page.at("/items/0/id").asLong())
                .isGreaterThanOrEqualTo(first);
    }

    @Test
    void leavesOthersOut() {
        long id = failing("device:api-hidden");

        MonitorCalls elsewhere = as(Role.OPERATOR, "inc-b");
        assertThat(elsewhere.status("GET", "incidents/" + id, "")).isEqualTo(404);
        assertThat(elsewhere.status("POST", "incidents/" + id + "/acknowledge", "")).isEqualTo(404);
        MonitorCalls viewer = as(Role.VIEWER, PLACE);
        assertThat(viewer.status("GET", "incidents/" + id, "")).isEqualTo(200);
        assertThat(viewer.status("POST", "incidents/" + id + "/acknowledge", "")).isEqualTo(403);
        assertThat(viewer.status("POST", "incidents/" + id + "/comments", "{\"text\":\"x\"}"))
                .isEqualTo(403);
    }

    @Test
    void keepsIncidentsSilent() {
        long id = failing("device:api-silent");

        JsonNode silence =
                calls.done(
                        "POST",
                        "silences",
                        """
                        {"asset":"device:api-silent","ends":"2027-06-01T00:00:00Z",
                         "reason":"a new fan comes"}
                        """);

        assertThat(calls.get("incidents/" + id).at("/incident/silence/reason").asString())
                .isEqualTo("a new fan comes");
        assertThat(calls.texts("silences", "reason")).contains("a new fan comes");
        assertThat(calls.status("DELETE", "silences/" + silence.get("id").asLong(), ""))
                .isEqualTo(204);
        assertThat(
                        calls.get("incidents/" + id).at("/incident/silence").isMissingNode()
                                || calls.get("incidents/" + id).at("/incident/silence").isNull())
                .isTrue();
        assertThat(
                        calls.codes(
                                "POST",
                                "silences",
                                "{\"ends\":\"2020-01-01T00:00:00Z\"," + "\"reason\":\"\"}"))
                .containsExactlyInAnyOrder(
                        "silence.asset-wrong", "silence.ends-wrong", "silence.reason-wrong");
    }

    private HttpResponse<String> alert(String authorization, String body) throws Exception {
        String port = server.getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/api/v2/alerts"))
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void takesWhatPrometheusTells() throws Exception {
        calls.asset("device:api-alert", PLACE);
        String secret =
                access.asSystem(() ->
                                tokens.issue(
                                        "prometheus-test", new Grant(Role.OPERATOR, PLACE), null))
                        .secret();
        String body =
                """
                [{"labels":{"alertname":"Hot","severity":"critical","asset":"device:api-alert"},
                  "annotations":{"summary":"It is hot"},"startsAt":"2026-01-01T00:00:00.123+01:00",
                  "endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus/graph"}]
                """;

        HttpResponse<String> bearer = alert("Bearer " + secret, body);
        assertThat(bearer.statusCode()).as(bearer.body()).isEqualTo(200);
        assertThat(bearer.body()).isEmpty();
        String pair = Base64.getEncoder().encodeToString(("any:" + secret).getBytes(UTF_8));
        assertThat(alert("Basic " + pair, body).statusCode()).isEqualTo(200);
        assertThat(alert("Bearer wrong", body).statusCode()).isEqualTo(401);
        assertThat(
                        alert(
                                        "Bearer " + secret,
                                        body.replace("device:api-alert", "device:api-else"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(alert("Bearer " + secret, "[{\"labels\":{}}, null]").body())
                .contains("\"where\":\"0.labels\"", "\"where\":\"1.labels\"");
        assertThat(alert("Bearer " + secret, "[]").statusCode()).isEqualTo(200);

        byTest.catchUp();
        assertThat(calls.texts("incidents?asset=device:api-alert", "title"))
                .containsExactly("Hot on api-alert is CRITICAL");
    }
}
