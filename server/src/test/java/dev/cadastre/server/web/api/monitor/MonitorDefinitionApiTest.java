package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.monitoring.defining.MonitorsByTest;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Definitions, templates and kinds, by REST. */
@ServerTest
class MonitorDefinitionApiTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private MonitorsByTest byTest;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    private void host(String name) {
        calls.done(
                "POST",
                "hosts",
                "{\"address\":\"%s\",\"environment\":\"mon-q\",\"push\":true}".formatted(name));
    }

    private long define(String body) {
        return calls.done("POST", "monitor-definitions", body).get("id").asLong();
    }

    private HttpResponse<String> change(long id, String tag, String body) {
        return calls.client()
                .send(
                        calls.client()
                                .request("/api/v1/monitor-definitions/" + id)
                                .header("Content-Type", "application/json")
                                .header("If-Match", tag)
                                .PUT(BodyPublishers.ofString(body)));
    }

    @Test
    void coversWhatAQueryFindsAlsoLater() {
        host("mon-q1");
        long id =
                define(
                        """
                        {"name":"q-told","q":"env:mon-q","kind":"PASSIVE","retries":0}
                        """);
        String list = "monitors?definition=" + id;
        assertThat(calls.texts(list, "asset")).containsExactly("host:mon-q1");

        host("mon-q2");
        byTest.coverAgain();

        assertThat(calls.texts(list, "asset")).containsExactly("host:mon-q1", "host:mon-q2");
        JsonNode definition = calls.get("monitor-definitions/" + id);
        assertThat(definition.get("monitors").asInt()).isEqualTo(2);
        assertThat(definition.at("/said/q").asString()).isEqualTo("env:mon-q");
        assertThat(definition.at("/meant/interval").asString()).isEqualTo("1m");
        long one = calls.get(list).at("/items/0/id").asLong();
        HttpResponse<String> alone =
                calls.send("PUT", "monitors/" + one, "{\"name\":\"x\",\"kind\":\"PASSIVE\"}");
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body()).contains("/api/v1/monitor-definitions/" + id);
        assertThat(calls.codes("DELETE", "monitors/" + one, ""))
                .containsExactly("monitor.of-query");

        calls.done(
                "POST",
                "monitors/" + one + "/results",
                "{\"state\":\"CRITICAL\",\"output\":\"x\"}");
        assertThat(calls.texts("hosts?q=state:critical%20env:mon-q", "name"))
                .containsExactly("mon-q1");
        assertThat(calls.texts("hosts?q=state:problem%20env:mon-q", "name"))
                .containsExactly("mon-q1");

        assertThat(calls.done("DELETE", "monitors?definition=" + id, "").get("monitors").asInt())
                .isEqualTo(2);
        assertThat(calls.get(list).get("items")).isEmpty();
        assertThat(calls.status("GET", "monitor-definitions/" + id, "")).isEqualTo(404);
    }

    private List<String> hosts() {
        return calls.texts("hosts?limit=1000&q=lifecycle:live", "name").stream()
                .map(name -> "host:" + name)
                .toList();
    }

    @Test
    void coversEverythingIfAQueryFindsAll() {
        host("mon-all1");
        long id = define("{\"name\":\"all-told\",\"q\":\"*\",\"kind\":\"PASSIVE\"}");
        String list = "monitors?limit=1000&definition=" + id;
        List<String> before = hosts();
        assertThat(before).contains("host:mon-all1").doesNotContain("host:mon-all2");
        assertThat(calls.texts(list, "asset")).containsExactlyInAnyOrderElementsOf(before);

        host("mon-all2");
        byTest.coverAgain();

        List<String> after = hosts();
        assertThat(after).contains("host:mon-all2").hasSize(before.size() + 1);
        assertThat(calls.texts(list, "asset")).containsExactlyInAnyOrderElementsOf(after);
        calls.done("DELETE", "monitor-definitions/" + id, "");
    }

    @Test
    void changesWhatNobodyElseChangedMeanwhile() {
        calls.asset("device:mon-tag", "mon-q");
        String body = "{\"name\":\"tag\",\"asset\":\"device:mon-tag\",\"kind\":\"PASSIVE\"}";
        long id = define(body);
        HttpResponse<String> read =
                calls.client()
                        .send(calls.client().request("/api/v1/monitor-definitions/" + id).GET());
        String tag = read.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> changed = change(id, tag, body.replace("}", ",\"retries\":0}"));
        HttpResponse<String> late = change(id, tag, body);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(ApiClient.read(changed).get("version").asInt()).isEqualTo(2);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
        assertThat(ApiClient.read(late).get("code").asString()).isEqualTo("monitor.changed");
        assertThat(change(id, "\"other\"", body).statusCode()).isEqualTo(412);
        assertThat(change(id, "*", body).statusCode()).isEqualTo(200);
    }

    @Test
    void changesAllThatStartFromATemplate() {
        calls.asset("device:mon-t", "mon-q");
        calls.done(
                "PUT", "monitor-templates/mon-base", "{\"kind\":\"PASSIVE\",\"interval\":\"5m\"}");
        long id =
                calls.add(
                        """
                        {"name":"t","asset":"device:mon-t","template":"mon-base","retries":0}
                        """);
        assertThat(calls.get("monitors/" + id).get("interval").asString()).isEqualTo("5m");

        calls.done(
                "PUT", "monitor-templates/mon-base", "{\"kind\":\"PASSIVE\",\"interval\":\"10m\"}");

        assertThat(calls.get("monitors/" + id).get("interval").asString()).isEqualTo("10m");
        assertThat(calls.get("monitors/" + id).get("template").asString()).isEqualTo("mon-base");
        assertThat(calls.get("monitor-templates/mon-base").get("definitions").asInt()).isOne();
        assertThat(calls.codes("PUT", "monitor-templates/mon-base", "{\"kind\":\"TCP\"}"))
                .contains("monitor.port-wrong");
        assertThat(calls.codes("DELETE", "monitor-templates/mon-base", ""))
                .containsExactly("monitor.template-used");
        assertThat(
                        calls.codes(
                                "POST",
                                "monitors",
                                "{\"name\":\"u\",\"asset\":\"device:mon-t\",\"template\":\"mon-none\"}"))
                .containsExactly("monitor.template-unknown");
        calls.done("DELETE", "monitors/" + id, "");
        assertThat(calls.status("DELETE", "monitor-templates/mon-base", "")).isEqualTo(204);
        assertThat(calls.status("GET", "monitor-templates/mon-base", "")).isEqualTo(404);
    }

    @Test
    void describesKindsWithSettingsThatWork() {
        JsonNode kinds = calls.get("monitor-kinds").get("items");

        assertThat(kinds.valueStream().map(kind -> kind.get("kind").asString()))
                .contains("PLUGIN", "PING", "TCP", "HTTP", "TLS", "PASSIVE", "HEARTBEAT", "FACT");
        assertThat(kinds.valueStream().flatMap(kind -> kind.get("settings").valueStream()))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.get("example").asString()).isNotEmpty());
    }
}
