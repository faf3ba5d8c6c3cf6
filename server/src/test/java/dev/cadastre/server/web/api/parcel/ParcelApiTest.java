package dev.cadastre.server.web.api.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.parcels.repository.SampleParcel;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.monitor.MonitorCalls;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Parcels by REST: sent, listed, read and removed. */
@ServerTest
class ParcelApiTest {

    private static final String SCHEMA =
            """
            {"type":"object","required":["http.port"],"properties":{
              "http.port":{"type":"integer","default":8000,"description":"Where it listens"},
              "hosts":{"type":"array","items":{"type":"string"}},
              "key":{"type":"string","secret":true,"from":"generate:password"}}}
            """;

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private MonitorCalls calls = new MonitorCalls(ApiClient.nobody());

    @BeforeEach
    void signIn() {
        calls = new MonitorCalls(ApiClient.administrator(server, access, tokens));
    }

    private MonitorCalls as(Role role, String environment) {
        return new MonitorCalls(ApiClient.in(environment, role, server, access, tokens));
    }

    private HttpResponse<String> send(MonitorCalls who, byte[] file) {
        return who.client()
                .send(
                        who.client()
                                .request("/api/v1/parcels")
                                .header("Content-Type", "application/vnd.cadastre.parcel.archive")
                                .POST(BodyPublishers.ofByteArray(file)));
    }

    private List<String> codes(byte[] file, int status) {
        HttpResponse<String> refused = send(calls, file);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        return ApiClient.read(refused)
                .get("problems")
                .valueStream()
                .map(problem -> problem.get("code").asString())
                .toList();
    }

    @Test
    void nobodyHearsThatAllIsWellWithAnAppThatIsNotThere() {
        JsonNode refused = ApiClient.read(calls.send("GET", "drift?app=papi-nowhere@qa", ""));

        assertThat(refused.get("code").asString()).isEqualTo("app.unknown");
    }

    private static SampleParcel guestbook(String name, String version) {
        return SampleParcel.of(name, version)
                .stating(
                        """
                        owner = payments
                        provides = papi-http
                        requires = papi-db >= 13 as database optional
                        [needs]
                        memory = 256M
                        ports = ${http.port}
                        """)
                .with("parameters.schema.json", SCHEMA)
                .with("changes/remove.change", "[change]\nname = remove\n")
                .with("tests/answers", "#!/bin/sh\nexit 0\n")
                .with("docs/operating/restart.md", "# Restart\n");
    }

    @Test
    void takesAParcelAndTellsAllThatItSays() {
        byte[] file = guestbook("papi-a", "2.0.1").archive();

        HttpResponse<String> first = send(calls, file);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(send(calls, file).statusCode()).isEqualTo(200);
        assertThat(ApiClient.read(first).get("addedBy").asString()).startsWith("token:test-");

        JsonNode detail = calls.get("parcels/papi-a/2.0.1");
        assertThat(detail.get("parcel")).isEqualTo(ApiClient.read(first));
        assertThat(detail.at("/parcel/provides"))
                .hasToString("[\"papi-a 2.0.1\",\"papi-http 2.0.1\"]");
        assertThat(detail.at("/parcel/requires"))
                .hasToString("[\"papi-db >=13 as database optional\"]");
        assertThat(detail.at("/parcel/owner").asString()).isEqualTo("payments");
        assertThat(detail.at("/parcel/apps")).isEmpty();
        assertThat(detail.get("needs"))
                .hasToString("{\"memory\":\"256M\",\"ports\":\"${http.port}\"}");
        assertThat(detail.get("changes")).hasToString("[\"install\",\"remove\"]");
        assertThat(detail.get("tests")).hasToString("[\"answers\"]");
        assertThat(detail.get("manual")).hasToString("[\"index.md\",\"operating/restart.md\"]");
        assertThat(detail.get("parameters"))
                .hasToString(
                        "[{\"name\":\"hosts\",\"type\":\"array of string\",\"secret\":false,"
                                + "\"required\":false},"
                                + "{\"name\":\"http.port\",\"type\":\"integer\",\"secret\":false,"
                                + "\"required\":true,\"defaultValue\":\"8000\","
                                + "\"description\":\"Where it listens\"},"
                                + "{\"name\":\"key\",\"type\":\"string\",\"secret\":true,"
                                + "\"required\":false,\"from\":\"generate:password\"}]");
        assertThat(calls.texts("audit?limit=50", "action"))
                .contains("POST /api/v1/parcels", "parcel.added");
    }

    @Test
    void givesBackTheFileAndItsManual() {
        byte[] file = guestbook("papi-b", "1").archive();
        send(calls, file);
        String path = "/api/v1/parcels/papi-b/1";

        HttpResponse<String> copy = calls.send("GET", "parcels/papi-b/1/archive", "");
        assertThat(copy.body()).isEqualTo(new String(file, StandardCharsets.UTF_8));
        assertThat(copy.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"papi-b-1.parcel\"");
        HttpResponse<String> page =
                calls.send("GET", "parcels/papi-b/1/manual/operating/restart.md", "");
        assertThat(page.body()).isEqualTo("# Restart\n");
        assertThat(page.headers().firstValue("Content-Type"))
                .contains("text/markdown;charset=UTF-8");
        for (String other : List.of("none.md", "../parcel.ini", "%2e%2e/parcel.ini", "")) {
            assertThat(
                            calls.client()
                                    .send(calls.client().request(path + "/manual/" + other))
                                    .statusCode())
                    .as(other)
                    .isIn(400, 404);
        }
        assertThat(calls.codes("GET", "parcels/papi-b/2", "")).containsExactly("parcel.unknown");
    }

    @Test
    void listsPageByPage() {
        for (String version : List.of("1.9", "1.10", "2.0.0-rc.1")) {
            send(calls, SampleParcel.of("papi-list-a", version).archive());
        }
        send(calls, SampleParcel.of("papi-list-b", "1").archive());

        assertThat(calls.texts("parcels?name=papi-list-a", "version"))
                .containsExactly("2.0.0-rc.1", "1.10", "1.9");
        JsonNode first = calls.get("parcels?q=PAPI-LIST&limit=2");
        assertThat(first.at("/items/1/version").asString()).isEqualTo("1.10");
        calls.done("DELETE", "parcels/papi-list-a/1.10", "");
        JsonNode second =
                calls.get("parcels?q=PAPI-LIST&limit=2&after=" + first.get("next").asString());
        assertThat(second.at("/items/0/version").asString()).isEqualTo("1.9");
        assertThat(second.at("/items/1/name").asString()).isEqualTo("papi-list-b");
        assertThat(second.has("next")).isFalse();
        assertThat(calls.status("GET", "parcels?after=MTEy", "")).isEqualTo(400);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        byte[] altered = SampleParcel.of("papi-wrong", "1").archive();
        byte[] text = "# papi-wrong".getBytes(StandardCharsets.UTF_8);
        int at = new String(altered, StandardCharsets.ISO_8859_1).indexOf("# papi-wrong");
        System.arraycopy(
                "! papi-wrong".getBytes(StandardCharsets.UTF_8), 0, altered, at, text.length);

        assertThat(codes("<html>".getBytes(StandardCharsets.UTF_8), 422))
                .containsExactly("parcel.artefact-broken");
        assertThat(codes(altered, 422)).containsExactly("parcel.blob-altered");
        send(calls, SampleParcel.of("papi-wrong", "1").archive());
        assertThat(
                        codes(
                                SampleParcel.of("papi-wrong", "1")
                                        .with("docs/more.md", "x")
                                        .archive(),
                                409))
                .containsExactly("parcel.differs");
    }

    @Test
    void isReadByAnyoneWithARoleAndChangedByOperatorsOfAllEnvironments() {
        byte[] file = SampleParcel.of("papi-may", "1").archive();
        MonitorCalls viewer = as(Role.VIEWER, "papi-qa");
        MonitorCalls operator = as(Role.OPERATOR, "papi-qa");

        assertThat(send(viewer, file).statusCode()).isEqualTo(403);
        assertThat(send(operator, file).statusCode()).isEqualTo(403);
        send(calls, file);
        assertThat(viewer.texts("parcels?name=papi-may", "version")).containsExactly("1");
        assertThat(viewer.status("GET", "parcels/papi-may/1/archive", "")).isEqualTo(200);
        assertThat(operator.status("DELETE", "parcels/papi-may/1", "")).isEqualTo(403);
    }
}
