package dev.cadastre.server.web.api.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.monitor.MonitorCalls;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Journals of runs without a server, by REST. They are made of those of runs of this server. */
@ServerTest
class UploadedRunApiTest {

    private static final String SHOP =
            """
            [change]
            name = shop
            [step motd]
            op = test.put
            key = motd
            value = 1
            """;

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private RunsByTest byTest;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    private MonitorCalls as(Role role, String environment) {
        return new MonitorCalls(ApiClient.in(environment, role, server, access, tokens));
    }

    /** The journal of a run that has ended, as if anna had carried it out with her laptop. */
    private String journal(ChangeRun run, String name) {
        return calls.get("runs/" + run.id() + "/entries?limit=1000")
                .get("items")
                .valueStream()
                .map(entry -> entry.get("line").asString() + "\n")
                .collect(Collectors.joining())
                .replace("\"run\":\"" + run.name() + "\"", "\"run\":\"" + name + "\"")
                .replace("\"who\":\"" + run.who() + "\"", "\"who\":\"anna@laptop\"");
    }

    private ChangeRun ended(String environment, String host) {
        byTest.declare(environment, host);
        return byTest.rested(byTest.start(SHOP + "# " + host + "\n", RunSettings.USUAL, host).id());
    }

    private static HttpResponse<String> put(
            MonitorCalls who, String name, String archive, String journal) {
        return who.client()
                .send(
                        who.client()
                                .request(
                                        "/api/v1/uploaded-runs/%s?archive=%s&file=shop.change"
                                                .formatted(name, archive))
                                .header("Content-Type", "application/x-ndjson")
                                .PUT(BodyPublishers.ofByteArray(journal.getBytes(UTF_8))));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ApiClient.read(answer);
    }

    @Test
    void keepsARunAsARecordThatNothingCanBeAskedOf() {
        ChangeRun origin = ended("uapi-a", "uapi-a1");
        String name = "20260301-1200-uapiaa";
        String journal = journal(origin, name);

        HttpResponse<String> put = put(calls, name, origin.archive(), journal);

        assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
        JsonNode run = json(put);
        long id = run.get("id").asLong();
        assertThat(run.get("name").asString()).isEqualTo(name);
        assertThat(run.get("status").asString()).isEqualTo("OK");
        assertThat(run.get("offlineBy").asString()).isEqualTo("anna@laptop");
        assertThat(run.get("who").asString()).startsWith("token:");
        assertThat(calls.get("runs/" + id).at("/places/0/cells/0/changed").asBoolean()).isTrue();
        assertThat(calls.get("runs/" + origin.id()).get("run").has("offlineBy")).isFalse();
        assertThat(calls.texts("timeline?asset=run:" + id, "summary"))
                .anyMatch(summary ->
                        summary.contains("was carried out without this server by anna@laptop"));
        assertThat(calls.texts("deployments?app=shop&environment=uapi-a", "run"))
                .contains(Long.toString(id));
        assertThat(calls.codes("POST", "runs/" + id + "/requests", "{\"request\":\"UNDO\"}"))
                .containsExactly("run.uploaded");

        HttpResponse<String> again = put(calls, name, origin.archive(), journal);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("id").asLong()).isEqualTo(id);
        assertThat(calls.texts("runs?host=uapi-a1", "name")).containsExactly(name, origin.name());
    }

    @Test
    void addsWhatWasDoneSince() {
        ChangeRun origin = ended("uapi-b", "uapi-b1");
        String name = "20260301-1200-uapibb";
        List<String> lines = journal(origin, name).lines().map(line -> line + "\n").toList();
        String part = String.join("", lines.subList(0, lines.size() - 1));

        JsonNode begun = json(put(calls, name, origin.archive(), part));
        assertThat(begun.get("phase").asString()).isEqualTo("INTERRUPTED");
        assertThat(begun.get("reason").asString()).contains("upload it again");
        HttpResponse<String> all = put(calls, name, origin.archive(), String.join("", lines));

        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(json(all).get("phase").asString()).isEqualTo("FINISHED");
        assertThat(put(calls, name, origin.archive(), part).statusCode()).isEqualTo(200);
        String otherwise = String.join("", lines).replace("anna@laptop", "bob@laptop");
        assertThat(put(calls, name, origin.archive(), otherwise).body())
                .contains("run.journal-differs");
        assertThat(put(calls, name, origin.archive(), otherwise).statusCode()).isEqualTo(409);
    }

    @Test
    void believesNothing() {
        ChangeRun origin = ended("uapi-c", "uapi-c1");
        String name = "20260301-1200-uapicc";
        String journal = journal(origin, name);

        assertRefused(name, origin, "", "run.journal-broken");
        assertRefused(name, origin, "{}\n{}\n", "run.journal-broken");
        assertRefused(name, origin, journal.strip(), "run.journal-broken");
        assertRefused(name, origin, journal.replace("uapi-c1", "no-host"), "plan.host-unknown");
        assertRefused("20260301-1200-uapicd", origin, journal, "run.name-wrong");
        assertRefused("42-1234abcd", origin, journal, "run.name-wrong");
        assertRefused(
                name,
                origin,
                journal.replaceAll("\"at\":\"[0-9]{4}", "\"at\":\"2999"),
                "run.journal-time");
        assertRefused(
                name, origin, journal.replace("anna@laptop", "anna\\u000aroot"), "run.who-wrong");
        HttpResponse<String> none = put(calls, name, "0".repeat(64), journal);
        assertThat(none.body()).contains("change.archive-unknown");
        assertThat(calls.texts("runs?host=uapi-c1", "name")).containsExactly(origin.name());
    }

    private void assertRefused(String name, ChangeRun origin, String journal, String code) {
        HttpResponse<String> answer = put(calls, name, origin.archive(), journal);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void isForWhoMayRunChangesThere() {
        ChangeRun origin = ended("uapi-d", "uapi-d1");
        String name = "20260301-1200-uapidd";
        String journal = journal(origin, name);

        assertThat(put(as(Role.VIEWER, "uapi-d"), name, origin.archive(), journal).statusCode())
                .isEqualTo(403);
        assertThat(put(as(Role.OPERATOR, "uapi-e"), name, origin.archive(), journal).statusCode())
                .isIn(400, 403);
        assertThat(calls.texts("runs?host=uapi-d1", "name")).containsExactly(origin.name());
        assertThat(put(as(Role.OPERATOR, "uapi-d"), name, origin.archive(), journal).statusCode())
                .isEqualTo(201);
    }
}
