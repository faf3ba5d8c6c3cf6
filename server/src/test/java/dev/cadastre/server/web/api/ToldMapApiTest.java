package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What people and tools say of the map, by REST. */
@ServerTest
class ToldMapApiTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient administrator = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        administrator = ApiClient.administrator(server, access, tokens);
    }

    private static HttpResponse<String> send(
            ApiClient client, String method, String path, String body) {
        return client.send(
                client.request("/api/v1/" + path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private static int status(ApiClient client, String method, String path, String body) {
        return send(client, method, path, body).statusCode();
    }

    private static List<String> codes(HttpResponse<String> refused) {
        return ApiClient.read(refused)
                .get("problems")
                .valueStream()
                .map(problem -> problem.get("code").asString())
                .toList();
    }

    private List<String> kinds(String asset) {
        return administrator
                .get("/api/v1/timeline?asset=" + asset)
                .get("items")
                .valueStream()
                .map(event -> event.get("kind").asString())
                .toList();
    }

    @Test
    void tellsOfAnAssetAndTakesItBack() {
        String path = "assets/device:api-switch";
        HttpResponse<String> told =
                send(administrator, "PUT", path, "{\"title\":\"S\",\"labels\":{\"site\":\"b\"}}");
        HttpResponse<String> again =
                send(administrator, "PUT", path, "{\"title\":\"S\",\"labels\":{\"site\":\"b\"}}");

        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(ApiClient.read(told).get("created").toString()).contains("device:api-switch");
        assertThat(ApiClient.read(again).get("created")).isEmpty();
        assertThat(kinds("device:api-switch")).containsExactly("asset.told");
        assertThat(status(administrator, "DELETE", path, "")).isEqualTo(204);
        assertThat(status(administrator, "DELETE", path, "")).isEqualTo(404);
    }

    @Test
    void asksForWritingWhereTheAssetIs() {
        ApiClient operator = ApiClient.in("api-a", Role.OPERATOR, server, access, tokens);
        ApiClient viewer = ApiClient.in("api-a", Role.VIEWER, server, access, tokens);

        assertThat(status(operator, "PUT", "assets/app:x@api-a", "{}")).isEqualTo(200);
        assertThat(status(viewer, "PUT", "assets/app:x@api-a", "{}")).isEqualTo(403);
        assertThat(status(operator, "PUT", "assets/app:x@api-b", "{}")).isEqualTo(403);
        assertThat(status(operator, "PUT", "assets/device:api-x", "{}")).isEqualTo(403);
        assertThat(status(operator, "PUT", "teams/api-x", "{}")).isEqualTo(403);
        assertThat(
                        status(
                                operator,
                                "POST",
                                "deployments",
                                "{\"app\":\"x\",\"environment\":\"api-b\"}"))
                .isEqualTo(403);
    }

    @Test
    void refusesATableAsAWhole() {
        HttpResponse<String> refused =
                send(
                        administrator,
                        "POST",
                        "assets/import",
                        "id,colour\nrack:api-1,red\nno id,blue\n");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.read(refused).get("code").asString()).isEqualTo("map.invalid");
        assertThat(codes(refused)).containsExactly("csv.wrong", "asset.id-wrong");
        assertThat(status(administrator, "DELETE", "assets/rack:api-1", "")).isEqualTo(404);
    }

    @Test
    void refusesAMapThatIsHalfWrongAndKeepsTheSourceOfAGoodOne() {
        String wrong =
                """
                {"format": "cadastre-map/1",
                 "assets": [
                   {"id": "rack:api-good"},
                   {"id": "rack:api-bad", "owner": {"team": "api-nobody"},
                    "attributes": {"root_password": "x"}}],
                 "relations": [
                   {"source": "rack:api-good", "type": "DEPENDS_ON", "target": "rack:api-none"}]}
                """;
        HttpResponse<String> refused = send(administrator, "POST", "map/import?source=dcim", wrong);
        assertThat(codes(refused))
                .containsExactlyInAnyOrder(
                        "asset.attribute-wrong", "team.unknown", "asset.unknown");
        assertThat(status(administrator, "DELETE", "assets/rack:api-good", "")).isEqualTo(404);

        String good =
                """
                {"format": "cadastre-map/1", "at": "2026-01-01T00:00:00.000Z", "omitted": 0,
                 "assets": [{"id": "rack:api-good", "kind": "rack", "presence": "DECLARED"}],
                 "relations": []}
                """;
        assertThat(status(administrator, "POST", "map/import?source=dcim", good)).isEqualTo(200);
        assertThat(
                        administrator
                                .get("/api/v1/timeline?asset=rack:api-good")
                                .at("/items/0/summary")
                                .asString())
                .contains("dcim");
    }

    @Test
    void countsADeploymentOnceByTheHeader() {
        assertThat(status(administrator, "PUT", "assets/host:api-h", "{\"environment\":\"api-d\"}"))
                .isEqualTo(200);
        String body = "{\"app\":\"api-shop\",\"version\":\"1\",\"hosts\":[\"api-h\"]}";
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> told =
                    administrator.send(
                            administrator
                                    .request("/api/v1/deployments")
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "api-1")
                                    .POST(BodyPublishers.ofString(body)));
            assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
        }

        JsonNode listed = administrator.get("/api/v1/deployments?host=api-h");
        assertThat(listed.get("items")).hasSize(1);
        assertThat(listed.at("/items/0/asset").asString()).isEqualTo("app:api-shop@api-d");
        assertThat(kinds("host:api-h")).containsExactly("deployment", "asset.told");
        assertThat(kinds("app:api-shop@api-d")).containsExactly("deployment");
    }

    @Test
    void listsCorrectionsUntilTheyAreWithdrawn() {
        send(administrator, "PUT", "assets/device:api-c", "{}");
        JsonNode made =
                administrator.post(
                        "/api/v1/corrections",
                        "{\"kind\":\"RENAME\",\"asset\":\"device:api-c\",\"value\":\"C\"}");
        String list = "/api/v1/corrections?asset=device:api-c";

        assertThat(administrator.get(list).get("items")).hasSize(1);
        assertThat(status(administrator, "DELETE", "corrections/" + made.get("id").asLong(), ""))
                .isEqualTo(200);
        assertThat(administrator.get(list).get("items")).isEmpty();
        assertThat(
                        administrator
                                .get(list + "&withdrawn=true")
                                .at("/items/0/withdrawnBy")
                                .asString())
                .startsWith("token:");
        assertThat(kinds("device:api-c"))
                .containsExactly("correction.withdrawn", "correction.renamed", "asset.told");
    }

    @Test
    void namesEverythingThatIsWrongWithRelations() {
        HttpResponse<String> refused =
                send(
                        administrator,
                        "PUT",
                        "relations",
                        """
                        {"items": [
                          {"source": "a", "type": "RUNS_ON", "target": "host:api-none"},
                          {"source": "rack:api-r", "type": "OWNED_BY", "target": "rack:api-r"}]}
                        """);

        assertThat(codes(refused))
                .containsExactly(
                        "asset.id-wrong", "asset.unknown", "asset.unknown", "asset.unknown");
        assertThat(
                        status(
                                administrator,
                                "DELETE",
                                "relations?source=host:a&type=RUNS_ON&target=host:b",
                                ""))
                .isEqualTo(404);
    }
}
