package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@ServerTest
class SavedQueryPagesTest {

    private static final String API = "/api/v1/query/saved";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        admin = ApiClient.administrator(server, access, tokens);
    }

    private HttpResponse<String> put(ApiClient client, String name, String q) {
        return client.send(
                client.request(API + "/" + name)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"q\":\"" + q + "\"}")));
    }

    private HttpResponse<String> save(ApiClient client, String name, String q, String more) {
        return client.answer(
                "/queries",
                "application/x-www-form-urlencoded",
                "name=%s&q=%s%s"
                        .formatted(name, URLEncoder.encode(q, StandardCharsets.UTF_8), more));
    }

    private String page(String path) {
        HttpResponse<String> answer = admin.send(admin.request(path));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void saveReadAndRemoveByApi() {
        JsonNode made = ApiClient.read(put(admin, "api-old", "pkg:ssl<3"));

        assertThat(made.get("q").asString()).isEqualTo("pkg:ssl<3");
        assertThat(made.get("savedBy").asString()).isNotBlank();
        assertThat(admin.get(API).get("items").valueStream()).contains(made);
        assertThat(admin.get("/api/v1/hosts?q=saved:api-old").has("items")).isTrue();

        JsonNode wrong = ApiClient.read(put(admin, "api-old", "saved:api-old"));
        assertThat(wrong.at("/problems/0/code").asString()).isEqualTo("query.saved-circle");
        assertThat(ApiClient.read(put(admin, "api*", "pkg:x")).get("code").asString())
                .isEqualTo("saved-query.invalid");

        put(admin, "api-using", "saved:api-old");
        assertThat(delete("api-old").statusCode()).isEqualTo(409);
        assertThat(delete("api-using").statusCode()).isEqualTo(204);
        assertThat(delete("api-old").statusCode()).isEqualTo(204);
        assertThat(delete("api-old").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> delete(String name) {
        return admin.send(admin.request(API + "/" + name).DELETE());
    }

    @Test
    void saveTheQueryOfTheListOfHosts() {
        assertThat(page("/hosts?q=env:page-none")).contains("action=\"/queries\"", "Save it");
        assertThat(page("/hosts")).doesNotContain("Save it");

        HttpResponse<String> saved = save(admin, "page-none", "env:page-none", "");

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).endsWith("q=saved%3Apage-none"));
        assertThat(page("/queries")).contains("/hosts?q=saved%3Apage-none", "env:page-none");
        assertThat(page("/queries?name=page-none")).contains("Change page-none");
        assertThat(page("/hosts?q=saved:page-nome")).contains("did you mean page-none?");
    }

    @Test
    void saveNothingOverAnotherUnlessThatIsMeant() {
        save(admin, "page-twice", "pkg:x", "");

        HttpResponse<String> again = save(admin, "page-twice", "pkg:y", "");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("There is a saved query page-twice already.", "pkg:y");
        assertThat(save(admin, "page-wrong", "evn:x", "").body())
                .contains("evn:x\n^^^ no field is called");

        assertThat(save(admin, "page-twice", "pkg:y", "&instead=page-twice").statusCode())
                .isEqualTo(302);
        assertThat(admin.get(API + "/page-twice").get("q").asString()).isEqualTo("pkg:y");
        assertThat(
                        admin.answer(
                                        "/queries/page-twice/remove",
                                        "application/x-www-form-urlencoded",
                                        "")
                                .statusCode())
                .isEqualTo(302);
        assertThat(admin.get(API + "/page-twice").get("status").asInt()).isEqualTo(404);
    }

    @Test
    void areChangedByThoseOnlyWhoMayWriteEverywhere() {
        put(admin, "page-shared", "pkg:x");
        ApiClient reader = ApiClient.in("page-here", Role.VIEWER, server, access, tokens);
        ApiClient operator = ApiClient.in("page-here", Role.OPERATOR, server, access, tokens);

        assertThat(put(operator, "page-shared", "pkg:y").statusCode()).isEqualTo(403);
        assertThat(save(operator, "page-shared", "pkg:y", "").statusCode()).isEqualTo(403);
        assertThat(reader.get(API + "/page-shared").get("q").asString()).isEqualTo("pkg:x");
        assertThat(reader.send(reader.request("/queries")).body())
                .contains("page-shared")
                .doesNotContain("/queries/page-shared/remove");
    }
}
