package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@ServerTest
class QueryApiTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void enrol() {
        admin = ApiClient.administrator(server, access, tokens);
        for (String version : List.of("1.9", "1.10")) {
            JsonNode added =
                    admin.post(
                            "/api/v1/hosts",
                            "{\"address\":\"query-%s\",\"environment\":\"query\",\"push\":true}"
                                    .formatted(version));
            if (added.has("token")) {
                ApiClient.of(server, added.get("token").asString())
                        .answer(
                                "/api/v1/reports",
                                "text/plain",
                                new ReportText("x").has("query-pkg", version).toString());
            }
        }
    }

    @Test
    void listsTheHostsThatAQueryFinds() {
        JsonNode found = admin.get("/api/v1/hosts?q=" + encoded("env:query pkg:query-pkg>1.9"));

        assertThat(texts(found, "name")).containsExactly("query-1.10");
    }

    @Test
    void countsThemByAField() {
        JsonNode counts =
                admin.get("/api/v1/host-counts?by=pkg:query-pkg&q=" + encoded("env:query"));

        assertThat(counts.get("hosts").asInt()).isEqualTo(2);
        assertThat(counts.get("items").toString())
                .contains("{\"value\":\"1.10\",\"hosts\":1,\"environments\":{\"query\":1}}");
    }

    @Test
    void tellsAllThatIsWrongWithItsPlace() {
        JsonNode problem = admin.get("/api/v1/hosts?q=" + encoded("evn:query outcome:faling"));

        assertThat(problem.get("code").asString()).isEqualTo("query.bad");
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("problems")).hasSize(2);
        JsonNode first = problem.get("problems").get(0);
        assertThat(first.get("code").asString()).isEqualTo("query.unknown-field");
        assertThat(first.get("column").asInt()).isEqualTo(1);
        assertThat(first.get("length").asInt()).isEqualTo(3);
        assertThat(first.get("suggestion").asString()).isEqualTo("env");
    }

    @Test
    void refusesToCountByWhatHasNoValues() {
        JsonNode problem = admin.get("/api/v1/host-counts?by=seen");

        assertThat(problem.at("/problems/0/code").asString()).isEqualTo("query.not-countable");
    }

    @Test
    void hidesNoHostBehindAnAddressOfItsOwn() {
        for (String name : List.of("counts", "completion", "add")) {
            admin.post(
                    "/api/v1/hosts",
                    "{\"address\":\"%s\",\"environment\":\"names-of-addresses\",\"push\":true}"
                            .formatted(name));

            assertThat(admin.get("/api/v1/hosts/" + name).get("name").asString()).isEqualTo(name);
            assertThat(page("/hosts/" + name)).contains("<h1").contains(name);
        }
    }

    @Test
    void completesQueries() {
        JsonNode completion = admin.get("/api/v1/query/completion?text=" + encoded("x env:quer"));

        assertThat(texts(completion, "insert")).containsExactly("query");
        assertThat(completion.get("from").asInt()).isEqualTo(6);
        assertThat(texts(admin.get("/api/v1/query/fields"), "name")).contains("env", "pkg", "os");
    }

    @Test
    void showsOnThePageWhatIsFoundAndWhatIsWrong() {
        assertThat(page("/hosts?by=os&q=" + encoded("env:query pkg:query-pkg<1.10")))
                .contains("/hosts/query-1.9", "debian 12", "by pkg:query-pkg")
                .doesNotContain("/hosts/query-1.10");
        assertThat(page("/hosts?q=" + encoded("evn:query")))
                .contains("evn:query\n^^^ no field is called", "The query cannot be answered");
        assertThat(page("/query/completion?q=" + encoded("-env:quer")))
                .contains("<option value=\"-env:query\"");
    }

    private String page(String path) {
        HttpResponse<String> answer = admin.send(admin.request(path));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> texts(JsonNode list, String name) {
        return list.get("items").valueStream().map(item -> item.get(name).asString()).toList();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
