package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** From a pushed report to every answer that rests on it. */
@ServerTest
class RegisterTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        admin = ApiClient.administrator(server, access, tokens);
    }

    @Test
    void answersTheFirstQuestion() {
        enrol("rest-a1", "rest-qa", new ReportText("x").has("openssl", "3.0.1").has("bash", "5"));

        JsonNode packages = admin.get("/api/v1/hosts/rest-a1/packages").get("items");
        assertThat(texts(packages, "name")).containsExactly("bash", "openssl");
        assertThat(packages.get(1).get("purl").asString()).startsWith("pkg:deb/debian/openssl@3");

        JsonNode found = admin.get("/api/v1/search?q=openssl%20on%20rest-a1%20in%20rest-qa");
        JsonNode best = found.get("items").get(0);
        assertThat(found.at("/understood/package").asString()).isEqualTo("openssl");
        assertThat(best.get("kind").asString()).isEqualTo("INSTALLED_PACKAGE");
        assertThat(best.get("version").asString()).isEqualTo("3.0.1");
        assertThat(best.get("since").asString()).matches(".*T.*\\.\\d{3}Z");
    }

    @Test
    void remembersWhatWasBefore() throws InterruptedException {
        ApiClient host = enrol("rest-b1", "rest-b", new ReportText("x").has("curl", "7.1"));
        JsonNode before = admin.get("/api/v1/hosts/rest-b1/packages").get("items").get(0);
        Instant seen = Instant.parse(before.get("since").asString());

        JsonNode receipt =
                report(
                        host,
                        new ReportText("x").has("curl", "7.2").at(Instant.now().plusSeconds(5)));

        assertThat(texts(receipt.get("changes"), "kind")).contains("packages.changed");
        String at = seen.plusMillis(1).toString();
        assertThat(versions("rest-b1", null)).containsExactly("7.2");
        assertThat(versions("rest-b1", at)).containsExactly("7.1");
        JsonNode difference =
                admin.get("/api/v1/diff?a=rest-b1&b=rest-b1&atA=" + at).get("packages").get(0);
        assertThat(difference.toString())
                .contains("\"change\":\"CHANGED\"", "\"from\":[\"7.1\"]", "\"to\":[\"7.2\"]");
        assertThat(texts(admin.get("/api/v1/hosts/rest-b1/history").get("items"), "kind"))
                .contains("packages.changed");
    }

    @Test
    void comparesNothingWithAHostThatWasNeverCollected() {
        enrol("rest-n1", "rest-n", new ReportText("x").has("curl", "7.1"));
        admin.post(
                "/api/v1/hosts",
                "{\"address\":\"rest-n2\",\"environment\":\"rest-n\",\"push\":true}");

        JsonNode problem = admin.get("/api/v1/diff?a=rest-n1&b=rest-n2");

        assertThat(problem.get("code").asString()).isEqualTo("host.unobserved");
        assertThat(problem.get("detail").asString()).contains("rest-n2 was never collected");
        assertThat(problem.get("remedy").asString()).contains("Collect it");
        assertThat(admin.send(admin.request("/compare?a=rest-n1&b=rest-n2")).body())
                .contains("rest-n2 was never collected");
    }

    @Test
    void tellsAHostWhatItsNextReportNeedNotTell() {
        ReportText report = new ReportText("x").has("curl", "7.1").stamped("d-1");
        ApiClient host = enrol("rest-k1", "rest-k", report);
        enrol("rest-k2", "rest-k", new ReportText("y").has("curl", "7.1"));

        assertThat(known(host, "")).isEqualTo("packages-dpkg=d-1");
        assertThat(known(host, "?host=rest-k1")).isEqualTo("packages-dpkg=d-1");
        assertThat(known(admin, "?host=rest-k1")).isEqualTo("packages-dpkg=d-1");
        assertThat(known(admin, "?host=rest-k2")).isEmpty();
        assertThat(known(admin, "?host=nobody")).isEmpty();
        assertThat(known(admin, "")).contains("parameters.bad");
        assertThat(known(host, "?host=rest-k2")).contains("not-allowed");
        assertThat(known(ApiClient.in("rest-k", Role.VIEWER, server, access, tokens), ""))
                .contains("not-allowed");

        report(host, new ReportText("x").unchanged("d-1").at(Instant.now().plusSeconds(5)));
        assertThat(versions("rest-k1", null)).containsExactly("7.1");
    }

    private static String known(ApiClient client, String query) {
        return client.send(client.request("/api/v1/reports/known" + query)).body().strip();
    }

    @Test
    void saysSinceWhenAHostIsKnownWhenAskedForAMomentBefore() {
        enrol("rest-y1", "rest-y", new ReportText("x").has("curl", "7.1"));

        JsonNode problem = admin.get("/api/v1/hosts/rest-y1/packages?at=2020-01-01T00:00:00Z");

        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("detail").asString())
                .startsWith("The host rest-y1 was not known then: it was first seen at 20");
    }

    @Test
    void pagesAndCountsByName() {
        var report = new ReportText("x");
        for (int i = 0; i < 7; i++) {
            report.has("paged" + i, "1");
        }
        enrol("rest-c1", "rest-c", report);

        List<String> names = new ArrayList<>();
        String path = "/api/v1/hosts/rest-c1/packages?limit=3";
        @Nullable JsonNode next = null;
        do {
            JsonNode page = admin.get(next == null ? path : path + "&after=" + next.asString());
            names.addAll(texts(page.get("items"), "name"));
            next = page.get("next");
        } while (next != null);

        assertThat(names)
                .containsExactly(
                        "paged0", "paged1", "paged2", "paged3", "paged4", "paged5", "paged6");
        assertThat(admin.get("/api/v1/packages?q=paged3").get("items").toString())
                .contains("\"versions\":1", "\"hosts\":1");
        assertThat(admin.get("/api/v1/packages/versions?name=paged3").get("items").toString())
                .contains("\"environment\":\"rest-c\"");
        assertThat(admin.get("/api/v1/packages/hosts?name=paged3").get("items").toString())
                .contains("\"host\":\"rest-c1\"");
    }

    @Test
    void showsReadersOnlyTheirEnvironments() {
        enrol("rest-d1", "rest-d", new ReportText("x").has("secretly", "1"));
        ApiClient reader = ApiClient.in("rest-other", Role.VIEWER, server, access, tokens);

        assertThat(reader.get("/api/v1/hosts/rest-d1").get("code").asString())
                .isEqualTo("host.unknown");
        assertThat(reader.get("/api/v1/hosts?q=rest-d1").get("items")).isEmpty();
        assertThat(reader.get("/api/v1/packages?q=secretly").get("items")).isEmpty();
        assertThat(reader.get("/api/v1/search?q=secretly%20on%20rest-d1").get("items")).isEmpty();
        assertThat(texts(reader.get("/api/v1/environments").get("items"), "name"))
                .doesNotContain("rest-d");
        assertThat(reader.post("/api/v1/hosts/rest-d1/retire", "").get("status").asInt())
                .isEqualTo(404);
    }

    @Test
    void namesTheNearestHost() {
        enrol("rest-e1", "rest-e", new ReportText("x"));

        JsonNode problem = admin.get("/api/v1/hosts/rset-e1/facts");

        assertThat(problem.get("code").asString()).isEqualTo("host.unknown");
        assertThat(problem.get("remedy").asString()).isEqualTo("Perhaps rest-e1 was meant.");
    }

    @Test
    void refusesReportsThatAreGarbledOrOlder() {
        ApiClient host = enrol("rest-f1", "rest-f", new ReportText("x"));

        assertThat(report(host, "<html>").get("code").asString()).isEqualTo("report.garbled");
        assertThat(report(host, new ReportText("x").at(Instant.EPOCH)).get("code").asString())
                .isEqualTo("report.older");
    }

    @Test
    void bindsAReportToTheHostOfItsToken() {
        ApiClient host = enrol("rest-g1", "rest-g", new ReportText("rest-g2"));

        assertThat(admin.get("/api/v1/hosts/rest-g2").get("status").asInt()).isEqualTo(404);
        assertThat(host.get("/api/v1/hosts").get("status").asInt()).isEqualTo(403);
    }

    @Test
    void refusesToAddAHostTwice() {
        enrol("rest-h1", "rest-h", new ReportText("x"));

        JsonNode problem =
                admin.post("/api/v1/hosts", "{\"address\":\"rest-h1\",\"environment\":\"rest-h\"}");

        assertThat(problem.get("status").asInt()).isEqualTo(409);
        assertThat(problem.get("code").asString()).isEqualTo("host.exists");
    }

    @Test
    void retiresAndErases() {
        ApiClient host = enrol("rest-i1", "rest-i", new ReportText("x").has("gone", "1"));

        assertThat(admin.post("/api/v1/hosts/rest-i1/retire", "").get("lifecycle").asString())
                .isEqualTo("RETIRED");
        assertThat(admin.get("/api/v1/hosts?q=rest-i1").get("items")).isEmpty();
        assertThat(report(host, new ReportText("x")).get("status").asInt()).isEqualTo(401);
        assertThat(admin.get("/api/v1/hosts/rest-i1").get("name").asString()).isEqualTo("rest-i1");

        HttpResponse<String> erased =
                admin.answer("/api/v1/hosts/rest-i1/erase", "application/json", "");
        assertThat(erased.statusCode()).isEqualTo(204);
        assertThat(admin.get("/api/v1/hosts/rest-i1").get("status").asInt()).isEqualTo(404);
    }

    @Test
    void checksAnEstateFileWithoutUsingIt() {
        HttpResponse<String> answer =
                admin.answer(
                        "/api/v1/estate/check",
                        "text/plain",
                        "[host checked]\naddress = 10.0.0.1\ngroups = nowhere\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"line\":3", "nowhere");
        assertThat(admin.get("/api/v1/hosts/checked").get("status").asInt()).isEqualTo(404);
    }

    @Test
    void tellsHealthToAnyone() {
        JsonNode health = ApiClient.of(server, "none").get("/healthz");

        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.get("database").asString()).isEqualTo("UP");
    }

    private ApiClient enrol(String name, String environment, ReportText report) {
        JsonNode added =
                admin.post(
                        "/api/v1/hosts",
                        "{\"address\":\"%s\",\"environment\":\"%s\",\"push\":true}"
                                .formatted(name, environment));
        ApiClient host = ApiClient.of(server, added.get("token").asString());
        assertThat(report(host, report).get("host").asString()).isEqualTo(name);
        return host;
    }

    private static JsonNode report(ApiClient host, Object report) {
        return ApiClient.read(host.answer("/api/v1/reports", "text/plain", report.toString()));
    }

    private List<String> versions(String host, @Nullable String at) {
        return texts(
                admin.get("/api/v1/hosts/" + host + "/packages" + (at == null ? "" : "?at=" + at))
                        .get("items"),
                "version");
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).asString()).toList();
    }
}
