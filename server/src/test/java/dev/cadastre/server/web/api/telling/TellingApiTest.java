package dev.cadastre.server.web.api.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class TellingApiTest {

    private static final String FAILED = "00000000-0000-4000-8000-0000000a9101";
    private static final String DELIVERED = "00000000-0000-4000-8000-0000000a9102";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private JdbcClient jdbc;

    private ApiClient client = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        client = ApiClient.administrator(server, access, tokens);
    }

    private static HttpResponse<String> send(
            ApiClient client, String method, String path, String body) {
        return client.send(
                client.request("/api/v1/" + path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private JsonNode done(String method, String path, String body) {
        HttpResponse<String> answer = send(client, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiClient.read(answer);
    }

    private void deliveries() {
        jdbc.sql(
                        """
                        with told as (
                          insert into alerting.notice
                            (incident, kind, ordinal, severity, reason, message, made_at)
                          values (77001, 'OPENED', 0, 'CRITICAL', 'it is new',
                            '{"subject":"[incident 77001] x","text":"","html":"","json":"{}"}',
                            now())
                          on conflict (incident, kind, ordinal) do update set reason = 'again'
                          returning id)
                        insert into alerting.delivery
                          (id, notice, incident, environment, team, channel, address, state,
                           attempts, made_at, due_at, until_at, tried_at, ended_at, said)
                        select cast(one as uuid), told.id, 77001, 'telling-a', 'telling-api',
                          'WEBHOOK', 'https://hooks.example/secret', state, 3,
                          now(), now(), now(), now(), now(), 'It answered 500.'
                        from told, (values (?, 'FAILED'), (?, 'DELIVERED')) as made (one, state)
                        on conflict (id) do update set state = excluded.state
                        """)
                .param(FAILED)
                .param(DELIVERED)
                .update();
    }

    @Test
    void showsHowATeamIsToldAndWhatItStatesWrongly() {
        done(
                "PUT",
                "assets/team:telling-shown",
                "{\"attributes\":{\"email\":\"a@example.com, b\",\"phone\":\"1\"}}");

        JsonNode team = done("GET", "channels/telling-shown", "");

        assertThat(team.get("channels")).hasSize(1);
        assertThat(team.at("/channels/0/address").asString()).isEqualTo("a@example.com");
        assertThat(team.at("/channels/0/hindrance").asString()).contains("[mail] host");
        assertThat(team.get("remindEvery").asString()).isEqualTo("1h");
        assertThat(team.at("/problems/0").asString()).contains("'b' is not a mail address");
        assertThat(done("GET", "channels", "").get("items").toString()).contains("telling-shown");
    }

    @Test
    void takesEveryWayToReachATeamThatTheEstateFileHas() {
        done("PUT", "teams/telling-boss", "{\"email\":\"boss@example.com\"}");

        JsonNode said =
                done(
                        "PUT",
                        "teams/telling-all",
                        """
                        {"email": "a@example.com", "xmpp": "anna@chat.example.com",
                         "xmppRoom": "ops@rooms.example.com",
                         "webhook": "https://hooks.example.com/T0/x",
                         "webhookSecretName": "OPS_HOOK", "escalation": "telling-boss",
                         "escalateAfter": "30m", "remindEvery": "2h", "fallback": "telling-boss",
                         "phone": "+49 1"}
                        """);
        JsonNode team = done("GET", "channels/telling-all", "");

        assertThat(said.at("/contacts/xmpp.room").asString()).isEqualTo("ops@rooms.example.com");
        assertThat(said.at("/contacts/webhook.secret-name").asString()).isEqualTo("OPS_HOOK");
        assertThat(team.get("channels").valueStream().map(one -> one.get("address").asString()))
                .containsExactly(
                        "a@example.com",
                        "https://hooks.example.com/…",
                        "anna@chat.example.com",
                        "ops@rooms.example.com?join");
        assertThat(team.get("escalation").asString()).isEqualTo("telling-boss");
        assertThat(team.get("escalateAfter").asString()).isEqualTo("30m");
        assertThat(team.get("remindEvery").asString()).isEqualTo("2h");
        assertThat(team.get("fallback").asString()).isEqualTo("telling-boss");
        assertThat(team.get("problems")).isEmpty();
    }

    @Test
    void refusesATeamWithAllThatIsWrongWithHowItIsReached() {
        HttpResponse<String> refused =
                send(
                        client,
                        "PUT",
                        "teams/telling-wrong",
                        """
                        {"email": "anna", "xmppRoom": "no room", "webhook": "https://a.example",
                         "escalation": "telling-wrong", "escalateAfter": "1s",
                         "fallback": "telling-nobody"}
                        """);

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode problems = ApiClient.read(refused).get("problems");
        assertThat(problems.valueStream().map(one -> one.get("code").asString()))
                .containsOnly("team.contact-wrong");
        assertThat(problems.valueStream().map(one -> one.get("where").asString()).distinct())
                .containsExactly(
                        "email", "webhook", "xmppRoom", "escalation", "escalateAfter", "fallback");
        assertThat(send(client, "GET", "teams/telling-wrong", "").statusCode()).isEqualTo(404);
    }

    @Test
    void testsATeamAndSaysWhatCameOfIt() {
        done("PUT", "teams/telling-tested", "{\"email\":\"a@example.com\"}");

        JsonNode tested = done("POST", "channels/telling-tested/test", "");

        assertThat(tested.at("/channels/0/delivered").asBoolean()).isFalse();
        assertThat(tested.at("/channels/0/said").asString()).contains("[mail] host");
        assertThat(send(client, "POST", "channels/telling-none/test", "").statusCode())
                .isEqualTo(404);
        ApiClient viewer = ApiClient.in(null, Role.VIEWER, server, access, tokens);
        assertThat(send(viewer, "POST", "channels/telling-tested/test", "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void listsWhatWasTriedAndTriesAgainWhatWasGivenUp() {
        deliveries();

        assertThat(done("GET", "deliveries?incident=77001&state=FAILED", "").get("items"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("id").asString()).isEqualTo(FAILED);
                    assertThat(one.get("address").asString()).isEqualTo("https://hooks.example/…");
                    assertThat(one.get("said").asString()).isEqualTo("It answered 500.");
                    assertThat(one.get("attempts").asInt()).isEqualTo(3);
                });
        assertThat(done("GET", "deliveries/status", "").get("failed").asInt()).isPositive();
        assertThat(done("GET", "deliveries?team=telling-api&limit=1", "").has("next")).isTrue();
        assertThat(send(client, "POST", "deliveries/" + DELIVERED + "/retry", "").body())
                .contains("delivery.not-failed");
        assertThat(send(client, "POST", "deliveries/x/retry", "").body())
                .contains("delivery.unknown");
        assertThat(send(client, "POST", "deliveries/" + FAILED + "/retry", "").statusCode())
                .isEqualTo(200);

        ApiClient elsewhere = ApiClient.in("telling-b", Role.OPERATOR, server, access, tokens);
        assertThat(send(elsewhere, "GET", "deliveries?incident=77001", "").body())
                .contains("\"items\":[]");
        assertThat(send(elsewhere, "POST", "deliveries/" + FAILED + "/retry", "").statusCode())
                .isEqualTo(404);
    }
}
