package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Query;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.server.search.QueryTooSlow;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.ReportText;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Rules of an estate file and others, on a server of their own. */
@ServerTest
@Import(RulePagesTest.Slow.class)
@TestPropertySource(properties = "cadastre.estate=src/test/resources/estate/rules.ini")
class RulePagesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    /** A field whose terms are never answered in time. */
    static final class Slow implements QueryFields, QueryField {

        @Override
        public List<QueryField> queryFields() {
            return List.of(this);
        }

        @Override
        public Field field() {
            return Field.named("slow", "what takes too long").withNames(Names.OPEN);
        }

        @Override
        public RoaringBitmap matching(Query.Match match, QueryMoment moment) {
            throw new QueryTooSlow(Duration.ofSeconds(10));
        }
    }

    @BeforeEach
    void enrol() {
        admin = ApiClient.administrator(server, access, tokens);
        report("rule-page1", new ReportText("x").has("rule-gcc", "12"));
        report("rule-page2", new ReportText("x"));
    }

    private void report(String name, ReportText report) {
        JsonNode added =
                admin.post(
                        "/api/v1/hosts",
                        "{\"address\":\"%s\",\"environment\":\"rule-page\",\"push\":true}"
                                .formatted(name));
        if (added.has("token")) {
            ApiClient.of(server, added.get("token").asString())
                    .answer("/api/v1/reports", "text/plain", report.toString());
        }
    }

    private JsonNode awaitBreach(String rule) {
        String path = "/api/v1/rules/breaches?rule=" + rule;
        Awaitility.await().atMost(SOON).until(() -> !admin.get(path).get("items").isEmpty());
        return admin.get(path).at("/items/0");
    }

    private String page(String path) {
        HttpResponse<String> answer = admin.send(admin.request(path));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> form(ApiClient client, String path, String... pairs) {
        var body = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return client.answer(path, "application/x-www-form-urlencoded", body.toString());
    }

    @Test
    void tellWhoBreachesARuleSinceWhenAndWhereItIsStated() {
        assertThat(awaitBreach("file-no-gcc").get("host").asString()).isEqualTo("rule-page1");

        assertThat(page("/rules"))
                .contains("/rules/file-no-gcc", "1 host", "critical", "nobody compiles there");
        assertThat(page("/rules/file-no-gcc"))
                .contains("/hosts/rule-page1", "compilers", "rules.ini:4", "rule-page 1")
                .doesNotContain("/hosts/rule-page2", "/rules/file-no-gcc/remove");
        assertThat(page("/rules/file-no-gcc?environment=elsewhere"))
                .doesNotContain("/hosts/rule-page1");
    }

    @Test
    void showBreachesOnTheHost() {
        JsonNode breach = awaitBreach("file-no-gcc");

        JsonNode host = admin.get("/api/v1/hosts/rule-page1");
        assertThat(host.get("breaches").valueStream()).contains(breach);
        assertThat(admin.get("/api/v1/hosts/rule-page2").get("breaches")).isEmpty();
        assertThat(page("/hosts/rule-page1"))
                .contains("/rules/file-no-gcc", "nobody compiles there");
        assertThat(page("/hosts/rule-page1/history"))
                .contains("Breaches the rule file-no-gcc: nobody compiles there");
        assertThat(page("/hosts/rule-page2")).doesNotContain("/rules/file-no-gcc");
    }

    @Test
    void sayWhichRuleCouldNotBeAnsweredInTime() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> admin.get("/api/v1/rules/file-slow").has("problem"));

        assertThat(admin.get("/api/v1/rules/file-slow").get("problem").asString())
                .isEqualTo("It was given up after 10 s.");
        assertThat(page("/rules/file-slow"))
                .contains("Cannot be judged.", "It was given up after 10 s.");
    }

    @Test
    void leaveRulesOfTheEstateFileToTheFile() {
        HttpResponse<String> put =
                admin.send(
                        admin.request("/api/v1/rules/file-no-gcc")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"q\":\"pkg:other\"}")));

        assertThat(put.statusCode()).isEqualTo(409);
        assertThat(ApiClient.read(put).get("code").asString()).isEqualTo("rule.declared");
        assertThat(ApiClient.read(put).get("detail").asString()).contains("rules.ini, line 4");
        HttpResponse<String> changed = form(admin, "/rules/file-no-gcc", "q", "pkg:other");
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(form(admin, "/rules/file-no-gcc/remove").statusCode()).isEqualTo(409);
        assertThat(admin.get("/api/v1/rules/file-no-gcc").get("q").asString())
                .contains("pkg:rule-gcc");
    }

    @Test
    void addChangeAndRemoveARule() {
        HttpResponse<String> added =
                form(
                        admin,
                        "/rules",
                        "name",
                        "page-rule",
                        "q",
                        "env:rule-page pkg:rule-gcc",
                        "severity",
                        "INFO",
                        "owner",
                        "compilers",
                        "description",
                        "");
        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(page("/rules/page-rule")).contains("action=\"/rules/page-rule\"", "info");
        assertThat(awaitBreach("page-rule").get("host").asString()).isEqualTo("rule-page1");

        assertThat(form(admin, "/rules", "name", "page-rule", "q", "pkg:other").body())
                .contains("There is a rule page-rule already.");
        assertThat(form(admin, "/rules/page-rule", "q", "evn:x").body())
                .contains("evn:x\n^^^ no field is called", "value=\"evn:x\"");
        assertThat(form(admin, "/rules/page-rule", "q", "pkg:x", "owner", "nobody").body())
                .contains("is not a team of the estate");
        form(admin, "/rules/page-rule", "q", "pkg:rule-nothing");
        assertThat(admin.get("/api/v1/rules/page-rule").get("q").asString())
                .isEqualTo("pkg:rule-nothing");

        form(admin, "/rules/page-rule/remove");
        assertThat(admin.get("/api/v1/rules/page-rule").get("status").asInt()).isEqualTo(404);
    }

    @Test
    void offerChangesToThoseOnlyWhoMayWriteEverywhere() {
        ApiClient reader = ApiClient.in(null, Role.VIEWER, server, access, tokens);
        ApiClient operator = ApiClient.in("rule-page", Role.OPERATOR, server, access, tokens);

        assertThat(reader.send(reader.request("/rules")).body()).doesNotContain("<form class=\"st");
        assertThat(form(reader, "/rules", "name", "n", "q", "pkg:x").statusCode()).isEqualTo(403);
        assertThat(form(operator, "/rules", "name", "n", "q", "pkg:x").statusCode()).isEqualTo(403);
    }
}
