package dev.cadastre.server.web.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Actor;
import dev.cadastre.server.access.Caller;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.monitor.MonitorCalls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

/** Changes by REST: sent, planned and run. */
@ServerTest
class RunApiTest extends RunsByApi {

    private static final String THREE =
            """
            [change]
            name = three
            [step one]
            op = test.put
            key = one
            value = 1
            [step two]
            op = test.put
            key = two
            value = 1
            [step three]
            op = test.put
            key = three
            value = 1
            """;

    /** By a token that a person has issued. */
    private MonitorCalls by(String person) {
        Actor actor = new Actor(Actor.Kind.PERSON, person, List.of(Grant.EVERYTHING));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(new Caller(actor, null, null), ""));
        String name = "run-api-" + java.util.UUID.randomUUID();
        String secret = tokens.issue(name, Grant.EVERYTHING, null).secret();
        SecurityContextHolder.clearContext();
        return new MonitorCalls(ApiClient.of(server, secret));
    }

    @Test
    void takesAChangePlansItAndRunsIt() {
        byTest.declare("rapi-a", "rapi-a1");
        RunsByTest.Sent sent = RunsByTest.archive(SHOP + "# rapi-a\n");
        assertThat(head(calls, sent.digest())).isEqualTo(404);
        assertThat(put(calls, sent.digest(), sent.tar()).statusCode()).isEqualTo(201);
        assertThat(put(calls, sent.digest(), sent.tar()).statusCode()).isEqualTo(204);
        assertThat(head(calls, sent.digest())).isEqualTo(200);

        String plan = planned(calls, order(sent.digest(), "rapi-a1"));
        JsonNode planned = calls.get("plans/" + plan);
        assertThat(planned.get("change").asString()).isEqualTo("shop");
        assertThat(planned.at("/places/0/host").asString()).isEqualTo("rapi-a1");
        assertThat(planned.at("/places/0/jobs/0/effect").asString()).isEqualTo("CHANGES");
        assertThat(planned.at("/settings/strategy").asString()).isEqualTo("all");

        long id =
                calls.done("POST", "runs", "{\"plan\":\"%s\",\"why\":\"tests\"}".formatted(plan))
                        .get("id")
                        .asLong();
        JsonNode ask = calls.get("runs/" + id + "/asks?patience=30");
        assertThat(ask.at("/items/0/kind").asString()).isEqualTo("SECRET");
        assertThat(ask.at("/items/0/name").asString()).isEqualTo("sudo");
        assertThat(calls.get("runs/" + id).get("attached")).hasSize(1);
        calls.done("POST", "runs/" + id + "/secrets", "{\"name\":\"sudo\",\"value\":\"s3cr3t-s\"}");
        byTest.rested(id);

        JsonNode run = calls.get("runs/" + id);
        assertThat(run.at("/run/status").asString()).isEqualTo("OK");
        assertThat(run.at("/run/phase").asString()).isEqualTo("FINISHED");
        assertThat(run.at("/places/0/cells/0/changed").asBoolean()).isTrue();
        assertThat(run.at("/parameters/version").asString()).isEqualTo("7");
        assertThat(hosts.host("rapi-a1").value("motd")).isEqualTo("release 7 on rapi-a1");
        assertThat(calls.get("plans/" + plan).get("run").asLong()).isEqualTo(id);
        assertThat(calls.texts("runs?environment=rapi-a", "change")).containsExactly("shop");
        assertThat(calls.texts("runs?host=rapi-a1&status=OK", "why")).containsExactly("tests");
        assertThat(calls.texts("runs?host=rapi-a1&status=FAILED", "why")).isEmpty();
        assertThat(calls.get("runs/" + id + "/jobs/conf/places/rapi-a1/output").get("text"))
                .hasToString("\"doing put with ******\\n\"");
        assertThat(calls.codes("GET", "runs/" + id + "/jobs/conf/places/-/output", ""))
                .containsExactly("run.no-such-place");
        assertThat(calls.get("runs/" + id + "/values").at("/hosts/rapi-a1/environment").asString())
                .isEqualTo("rapi-a");
        assertThat(calls.texts("runs/" + id + "/entries?limit=2", "kind"))
                .containsExactly("begun", "planned");
        String next = calls.get("runs/" + id + "/entries?limit=2").get("next").asString();
        assertThat(calls.get("runs/" + id + "/entries?limit=1&after=" + next).at("/items/0/number"))
                .hasToString("3");
        assertThat(calls.get("runs/" + id + "/entries?after=2").at("/items/0/number"))
                .as("whoever has seen the first two needs no \"next\"")
                .hasToString("3");
        assertThat(calls.texts("runs/" + id + "/entries?after=1000000", "kind")).isEmpty();
        assertThat(calls.codes("POST", "runs", "{\"plan\":\"%s\"}".formatted(plan)))
                .containsExactly("run.plan-used");
        assertThat(calls.codes("POST", "runs/" + id + "/secrets", "{\"name\":\"sudo\"}"))
                .containsExactly("run.not-asked");
        assertThat(calls.codes("POST", "runs/" + id + "/requests", "{\"request\":\"HALT\"}"))
                .containsExactly("run.at-rest");
    }

    @Test
    void refusesRequestsThatSayTooLittleOrTooMuch() {
        byTest.declare("rapi-d", "rapi-d1");
        long id = started(calls, order(byTest.send(SHOP + "# rapi-d\n"), "rapi-d1"));
        String path = "runs/" + id + "/requests";

        assertThat(calls.codes("POST", path, "{\"request\":\"SETTLE\",\"from\":\"x\"}"))
                .containsExactly("run.request-wrong", "run.request-wrong", "run.request-wrong");
        assertThat(calls.codes("POST", path, "{\"request\":\"HALT\",\"job\":\"motd\"}"))
                .containsExactly("run.request-wrong");
        assertThat(calls.codes("POST", path, "{\"request\":\"APPROVE\"}"))
                .containsExactly("run.approval-by-person");
        assertThat(calls.status("POST", path, "{\"request\":\"DANCE\"}")).isEqualTo(400);
        assertThat(calls.codes("POST", "runs/999999999/requests", "{\"request\":\"HALT\"}"))
                .containsExactly("run.unknown");
        calls.done("POST", path, "{\"request\":\"STOP\"}");
        assertThat(byTest.rested(id).status().name()).isIn("STOPPED", "FAILED");
        assertThat(calls.codes("POST", path, "{\"request\":\"RESUME\",\"from\":\"x\"}"))
                .containsExactly("run.no-such-job");
    }

    @Test
    void beginsWhenASecondPersonApprovesIt() {
        byTest.declare("rapi-e", "rapi-e1");
        String digest = byTest.send(SHOP.replace("as = root\n", "") + "# rapi-e\n");
        MonitorCalls anna = by("anna");
        String body =
                """
                {"archive":"%s","hosts":["rapi-e1"],"options":{"approval":true}}
                """
                        .formatted(digest);
        long id = started(anna, body);
        String path = "runs/" + id + "/requests";

        assertThat(anna.get("runs/" + id).at("/run/phase").asString())
                .isEqualTo("WAITING_FOR_APPROVAL");
        assertThat(anna.codes("POST", path, "{\"request\":\"RESUME\"}"))
                .containsExactly("run.not-approved");
        assertThat(anna.codes("POST", path, "{\"request\":\"APPROVE\"}"))
                .containsExactly("run.second-person");
        assertThat(by("anna").codes("POST", path, "{\"request\":\"APPROVE\"}"))
                .containsExactly("run.second-person");
        assertThat(calls.codes("POST", path, "{\"request\":\"APPROVE\"}"))
                .containsExactly("run.approval-by-person");
        assertThat(hosts.host("rapi-e1").acts()).isEmpty();

        byTest.restart();
        by("bob").done("POST", path, "{\"request\":\"APPROVE\"}");
        byTest.rested(id);

        JsonNode run = calls.get("runs/" + id).get("run");
        assertThat(run.get("status").asString()).isEqualTo("OK");
        assertThat(run.get("approvedBy").asString()).startsWith("token:");
    }

    @Test
    void notesWhoDoesATaskAndNotEachSignOfLife() {
        byTest.declare("rapi-t", "rapi-t1");
        String digest =
                byTest.send(
                        """
                        [change]
                        name = built
                        [step build]
                        op = test.put
                        key = build
                        value = 1
                        at = local
                        """);
        String body = "{\"archive\":\"%s\",\"hosts\":[\"rapi-t1\"]}".formatted(digest);
        String run = "runs/" + started(calls, body);
        String ask = calls.get(run + "/asks?patience=30").at("/items/0/id").asString();
        String task = run + "/local-tasks/" + ask;
        String claim = calls.done("POST", task + "/claim", "").get("claim").asString();
        String sign = "{\"claim\":\"%s\",\"text\":\"\"}".formatted(claim);

        calls.done("POST", task + "/output", sign);
        calls.done("POST", task + "/output", sign);
        assertThat(calls.status("POST", task + "/output", sign.replace(claim, "guess")))
                .isEqualTo(409);
        calls.done("POST", run + "/requests", "{\"request\":\"STOP\"}");

        assertThat(calls.texts("audit?limit=50", "action"))
                .contains("POST /api/v1/runs/{id}/local-tasks/{ask}/claim")
                .containsOnlyOnce("POST /api/v1/runs/{id}/local-tasks/{ask}/output");
    }

    @Test
    void doesEachStepWhenSomebodyHasAgreed() {
        byTest.declare("rapi-step", "rapi-step1");
        RunsByTest.Sent sent = RunsByTest.archive(THREE);
        put(calls, sent.digest(), sent.tar());
        String plan =
                planned(
                        calls,
                        "{\"archive\":\"%s\",\"hosts\":[\"rapi-step1\"]}".formatted(sent.digest()));
        long id =
                calls.done("POST", "runs", "{\"plan\":\"%s\",\"step\":true}".formatted(plan))
                        .get("id")
                        .asLong();

        JsonNode first = calls.get("runs/" + id + "/asks?patience=30").at("/items/0");
        assertThat(first.get("kind").asString()).isEqualTo("STEP");
        assertThat(first.get("name").asString()).isEqualTo("one on rapi-step1");
        assertThat(hosts.host("rapi-step1").value("one")).isEmpty();
        String ask = "runs/" + id + "/steps/" + first.get("id").asLong();
        assertThat(as(Role.VIEWER, "rapi-step").status("POST", ask, "{}")).isEqualTo(403);
        calls.done("POST", ask, "{}");
        assertThat(calls.codes("POST", ask, "{}")).containsExactly("run.not-asked");

        JsonNode second = calls.get("runs/" + id + "/asks?patience=30").at("/items/0");
        assertThat(second.get("name").asString()).isEqualTo("two on rapi-step1");
        assertThat(hosts.host("rapi-step1").value("one")).isEqualTo("1");
        calls.done("POST", "runs/" + id + "/requests", "{\"request\":\"HALT\"}");
        byTest.rested(id);
        assertThat(hosts.host("rapi-step1").value("two")).isEmpty();

        byTest.restart();
        calls.done("POST", "runs/" + id + "/requests", "{\"request\":\"RESUME\"}");
        JsonNode again = calls.get("runs/" + id + "/asks?patience=30").at("/items/0");
        assertThat(again.get("name").asString()).isEqualTo("two on rapi-step1");
        calls.done("POST", "runs/" + id + "/steps/" + again.get("id").asLong(), "{\"all\":true}");
        byTest.rested(id);
        assertThat(calls.get("runs/" + id).at("/run/status").asString()).isEqualTo("OK");
        assertThat(hosts.host("rapi-step1").value("three")).isEqualTo("1");
    }
}
