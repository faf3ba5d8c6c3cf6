package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@ServerTest
class SupportApiTest {

    private static final String FACTS =
            """
            {"schema_version": "1.2.0", "result": {"name": "made-up", "releases": [
              {"name": "1.0", "releaseDate": "2019-01-01", "eolFrom": "2020-01-01"},
              {"name": "2.0", "releaseDate": "2020-01-01", "eolFrom": "2999-01-01"}]}}
            """;

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        admin = ApiClient.administrator(server, access, tokens);
        JsonNode added =
                admin.post(
                        "/api/v1/hosts",
                        "{\"address\":\"sup1\",\"environment\":\"sup\",\"push\":true}");
        if (added.has("token")) {
            ApiClient.of(server, added.get("token").asString())
                    .answer(
                            "/api/v1/reports",
                            "text/plain",
                            new ReportText("sup1").has("nginx", "1.18.0-6").toString());
        }
    }

    @Test
    void tellsWhatAHostHasAndUntilWhenItIsSupported() {
        JsonNode items = admin.get("/api/v1/hosts/sup1/support").get("items");

        assertThat(items.get(0).at("/support/cycle").asString()).isEqualTo("12");
        JsonNode nginx = items.get(1);
        assertThat(nginx.get("name").asString()).isEqualTo("nginx");
        assertThat(nginx.at("/support/status").asString()).isEqualTo("ENDED");
        assertThat(nginx.at("/support/ends").asString()).isEqualTo("2021-04-20");
        assertThat(nginx.at("/support/page").asString()).isEqualTo("/support/nginx/1.18");
        assertThat(page("/hosts/sup1/support")).contains("/support/nginx/1.18", "ended 2021-04-20");
    }

    @Test
    void reportsByEnvironmentAndOnPagesThatCanBeSentAround() {
        assertThat(admin.get("/api/v1/support?status=ENDED&within=30d").toString())
                .contains("\"cycle\":\"1.18\"", "\"environment\":\"sup\"");
        assertThat(admin.get("/api/v1/support/nginx/1.18/hosts").toString()).contains("sup1");
        assertThat(page("/support")).contains("/support/nginx/1.18");
        assertThat(page("/support/nginx/1.18")).contains("sup1", "https://endoflife.date/nginx");
        assertThat(admin.get("/api/v1/support/nginx/0.1").get("code").asString())
                .isEqualTo("support.unknown");
        assertThat(admin.get("/api/v1/support?within=soon").get("code").asString())
                .isEqualTo("parameters.bad");
    }

    @Test
    void takesFactsFromFilesOrSaysWhatIsWrongWithThem() {
        assertThat(admin.post("/api/v1/support/facts", FACTS).toString())
                .contains("made-up", "\"lines\":2");
        JsonNode detail = admin.get("/api/v1/support/made-up/1.0");
        assertThat(detail.at("/newer/0/cycle").asString()).isEqualTo("2.0");

        JsonNode problem =
                admin.post("/api/v1/support/facts", FACTS.replace("2999-01-01", "never"));
        assertThat(problem.get("code").asString()).isEqualTo("feed.invalid");
        assertThat(problem.at("/problems/0/where").asString())
                .isEqualTo("$.result.releases[1].eolFrom");
    }

    @Test
    void takesFactsOnlyFromWhoMayChangeAllEnvironments() {
        ApiClient operator = ApiClient.in("sup", Role.OPERATOR, server, access, tokens);

        assertThat(operator.post("/api/v1/support/facts", FACTS).get("code").asString())
                .isEqualTo("not-allowed");
    }

    @Test
    void tellsWhatAnAdvisoryAffects() {
        String advisory =
                """
                {"id": "DSA-9999-1", "modified": "2024-01-02T03:04:05Z", "summary": "A <b>hole</b>",
                 "affected": [{"package": {"ecosystem": "Debian:12", "name": "nginx"},
                   "ranges": [{"type": "ECOSYSTEM",
                               "events": [{"introduced": "0"}, {"fixed": "1.22.1-9"}]}]}]}
                """;
        assertThat(admin.post("/api/v1/advisories", advisory).toString())
                .contains("\"advisories\":1", "\"unmatched\":0");

        JsonNode found = admin.get("/api/v1/advisories?host=sup1").get("items").get(0);

        assertThat(found.get("id").asString()).isEqualTo("DSA-9999-1");
        assertThat(found.at("/packages/0/fixed").asString()).isEqualTo("1.22.1-9");
        assertThat(admin.get("/api/v1/advisories/DSA-9999-1").get("hosts").asInt()).isPositive();
        assertThat(admin.get("/api/v1/advisories/DSA-9999-1/hosts").toString()).contains("sup1");
        assertThat(admin.get("/api/v1/advisories/DSA-9999-2").get("code").asString())
                .isEqualTo("advisory.unknown");
        assertThat(page("/advisories")).contains("/advisories/DSA-9999-1");
        assertThat(page("/advisories/DSA-9999-1"))
                .contains("A &lt;b", "sup1")
                .doesNotContain("<b>hole");
        assertThat(page("/hosts/sup1/advisories")).contains("1.22.1-9");
        assertThat(page("/packages/show?name=nginx&type=deb")).contains("DSA-9999-1");
    }

    private String page(String path) {
        HttpResponse<String> answer = admin.send(admin.request(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
