package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Bills of materials that are attached to hosts. */
@ServerTest
class SbomsApiTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient administrator = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        administrator = ApiClient.administrator(server, access, tokens);
    }

    private static String bill(String... purls) {
        StringBuilder components = new StringBuilder();
        for (String purl : purls) {
            components
                    .append(components.isEmpty() ? "" : ",")
                    .append("{\"type\": \"library\", \"name\": \"x\", \"purl\": \"")
                    .append(purl)
                    .append("\"}");
        }
        return """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
         "metadata": {"component": {"type": "application", "name": "shop"}},
         "components": [%s]}
        """
                .formatted(components);
    }

    private static HttpResponse<String> send(
            ApiClient client, String method, String path, String body) {
        return client.send(
                client.request(path)
                        .header("Content-Type", "application/octet-stream")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private JsonNode attach(String host, String application, String... purls) {
        HttpResponse<String> answer =
                send(
                        administrator,
                        "PUT",
                        "/api/v1/hosts/" + host + "/sboms/" + application,
                        bill(purls));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiClient.read(answer);
    }

    /** A token with which the host pushes. */
    private ApiClient added(String host) {
        JsonNode added =
                administrator.post(
                        "/api/v1/hosts",
                        "{\"address\":\"%s\",\"environment\":\"sboms\",\"push\":true}"
                                .formatted(host));
        return ApiClient.of(server, added.get("token").asString());
    }

    private static void push(ApiClient client, String host, String bash) {
        client.answer(
                "/api/v1/reports", "text/plain", new ReportText(host).has("bash", bash).toString());
    }

    private List<String> installed(String path) {
        return administrator
                .get(path)
                .get("items")
                .valueStream()
                .map(item ->
                        item.get("name").asString()
                                + " "
                                + item.get("version").asString()
                                + " "
                                + item.path("root").asString("-"))
                .toList();
    }

    @Test
    void areBesideWhatTheHostTellsAndOutlastItsReports() {
        ApiClient host = added("sboms1");
        push(host, "sboms1", "5.1");

        JsonNode attached =
                attach("sboms1", "shop", "pkg:npm/left-pad@1.3.0", "pkg:cargo/serde@1.0");
        attach("sboms1", "billing", "pkg:npm/left-pad@1.2.0");
        push(host, "sboms1", "5.2");

        assertThat(installed("/api/v1/hosts/sboms1/packages"))
                .containsExactly(
                        "bash 5.2 -", "left-pad 1.2.0 sbom:billing", "left-pad 1.3.0 sbom:shop");
        assertThat(administrator.get("/api/v1/hosts/sboms1").get("packages").asInt()).isEqualTo(3);
        assertThat(attached.get("packages").asInt()).isEqualTo(1);
        assertThat(attached.at("/leftOut/0/kind").asString()).isEqualTo("of type cargo");
        assertThat(
                        administrator
                                .get("/api/v1/hosts?q=pkg:left-pad%3C1.3")
                                .at("/items/0/name")
                                .asString())
                .isEqualTo("sboms1");
    }

    @Test
    void areReplacedAsAWholeAndRemovedAlone() {
        push(added("sboms2"), "sboms2", "5.2");
        attach("sboms2", "shop", "pkg:npm/a@1", "pkg:npm/b@1");
        attach("sboms2", "billing", "pkg:npm/a@1");

        attach("sboms2", "shop", "pkg:npm/a@2");

        assertThat(installed("/api/v1/hosts/sboms2/packages"))
                .containsExactly("a 1 sbom:billing", "a 2 sbom:shop", "bash 5.2 -");
        assertThat(
                        administrator
                                .get("/api/v1/hosts/sboms2/history")
                                .at("/items/0/summary")
                                .asString())
                .contains("a 1 → 2", "1 package removed: b 1");
        // The API tells milliseconds, and the change may be later within one.
        Instant replaced =
                Instant.parse(
                                administrator
                                        .get("/api/v1/hosts/sboms2/sboms/shop")
                                        .get("uploadedAt")
                                        .asString())
                        .plusMillis(1);

        HttpResponse<String> removed =
                send(administrator, "DELETE", "/api/v1/hosts/sboms2/sboms/shop", "");

        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(installed("/api/v1/hosts/sboms2/packages"))
                .containsExactly("a 1 sbom:billing", "bash 5.2 -");
        assertThat(administrator.get("/api/v1/hosts/sboms2/sboms").get("items"))
                .hasSize(1)
                .allSatisfy(item ->
                        assertThat(item.get("application").asString()).isEqualTo("billing"));
        assertThat(installed("/api/v1/hosts/sboms2/packages?at=" + replaced))
                .contains("a 2 sbom:shop");
        assertThat(administrator.get("/api/v1/hosts/sboms2/sboms?at=" + replaced).get("items"))
                .hasSize(2);
        assertThat(administrator.get("/api/v1/hosts/sboms2/sboms/shop").get("code").asString())
                .isEqualTo("sbom.unknown");
    }

    @Test
    void areMissedInTheHistoryThoughNoPackageGoesWithThem() {
        added("sboms8");
        attach("sboms8", "empty");

        HttpResponse<String> removed =
                send(administrator, "DELETE", "/api/v1/hosts/sboms8/sboms/empty", "");

        assertThat(removed.statusCode()).isEqualTo(204);
        JsonNode event = administrator.get("/api/v1/hosts/sboms8/history").at("/items/0");
        assertThat(event.get("kind").asString()).isEqualTo("sbom.removed");
        assertThat(event.get("summary").asString())
                .isEqualTo("The bill of materials of empty was removed");
        assertThat(event.get("actor").asString()).isNotEqualTo("system");
    }

    @Test
    void comeBeforeTheFirstReport() {
        ApiClient host = added("sboms3");
        attach("sboms3", "shop", "pkg:npm/a@1");

        push(host, "sboms3", "5.2");

        assertThat(installed("/api/v1/hosts/sboms3/packages"))
                .containsExactly("a 1 sbom:shop", "bash 5.2 -");
    }

    @Test
    void takeTheirNameFromTheDocumentAndShowWhoBroughtThem() throws Exception {
        push(added("sboms4"), "sboms4", "5.2");

        HttpResponse<String> answer =
                send(administrator, "POST", "/api/v1/hosts/sboms4/sboms", bill("pkg:npm/a@1"));

        JsonNode attached = ApiClient.read(answer);
        assertThat(attached.get("application").asString()).isEqualTo("shop");
        String page = administrator.send(administrator.request("/hosts/sboms4/sources")).body();
        assertThat(page)
                .contains("Bills of materials", "sbom:shop", attached.get("uploadedBy").asString());
        String exported =
                administrator.send(administrator.request("/api/v1/hosts/sboms4/sbom")).body();
        assertThat(exported).contains("pkg:npm/a@1", "sbom:shop");
        assertThat(CycloneDxSchema.problems(exported)).isEmpty();
        assertThat(
                        send(administrator, "PUT", "/api/v1/hosts/sboms4/sboms/copy", exported)
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void areRefusedAsAWholeWithThePathNamed() {
        added("sboms5");
        attach("sboms5", "shop", "pkg:npm/a@1");

        HttpResponse<String> refused =
                send(
                        administrator,
                        "PUT",
                        "/api/v1/hosts/sboms5/sboms/shop",
                        bill("pkg:npm/b@1", "none"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(ApiClient.read(refused).get("code").asString()).isEqualTo("feed.invalid");
        assertThat(refused.body()).contains("$.components[1].purl");
        assertThat(installed("/api/v1/hosts/sboms5/packages")).containsExactly("a 1 sbom:shop");
        assertThat(
                        send(
                                        administrator,
                                        "PUT",
                                        "/api/v1/hosts/sboms5/sboms/a%20b",
                                        bill("pkg:npm/b@1"))
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        send(
                                        administrator,
                                        "PUT",
                                        "/api/v1/hosts/sboms5/sboms/shop",
                                        " ".repeat((16 << 20) + 1))
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void areRefusedToWhoMayOnlyReadAndForHostsThatNobodyKnows() {
        added("sboms6");
        ApiClient viewer = ApiClient.in("sboms", Role.VIEWER, server, access, tokens);
        String path = "/api/v1/hosts/sboms6/sboms/shop";

        assertThat(send(viewer, "PUT", path, bill()).statusCode()).isEqualTo(403);
        assertThat(send(viewer, "DELETE", path, "").statusCode()).isEqualTo(403);
        assertThat(
                        send(administrator, "PUT", "/api/v1/hosts/sboms7/sboms/shop", bill())
                                .statusCode())
                .isEqualTo(404);
        assertThat(send(administrator, "DELETE", path, "").statusCode()).isEqualTo(404);
    }
}
