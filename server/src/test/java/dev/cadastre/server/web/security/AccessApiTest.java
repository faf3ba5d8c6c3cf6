package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.People;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.storage.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class AccessApiTest {

    @LocalServerPort private int port;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private People people;
    @Autowired private Home home;
    @Autowired private JsonMapper json;

    private Client commandLine = new Client(0, null);

    @BeforeEach
    void enterAsTheLocalCommandLine() throws IOException {
        commandLine = new Client(port, Files.readString(home.file("cli-token")).strip());
    }

    private Client with(String name, Grant grant) {
        return new Client(port, access.asSystem(() -> tokens.issue(name, grant, null)).secret());
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    @Test
    void issuesATokenThatWorksAndShowsItsSecretOnce() {
        HttpResponse<String> issued =
                commandLine.json(
                        "POST",
                        "/api/v1/tokens",
                        """
                        {"name":"api-ci","scope":{"role":"VIEWER","environment":"qa"}}\
                        """);

        assertThat(issued.statusCode()).isEqualTo(201);
        String secret = body(issued).get("secret").asString();
        assertThat(secret).matches("cad_[A-Za-z0-9_-]{43}");
        assertThat(new Client(port, secret).get("/api/v1/tokens").statusCode()).isEqualTo(403);
        HttpResponse<String> list = commandLine.get("/api/v1/tokens");
        assertThat(list.body()).contains("\"api-ci\"").doesNotContain(secret);
    }

    @Test
    void tellsAllThatIsWrongWithAToken() {
        HttpResponse<String> answer =
                commandLine.json(
                        "POST",
                        "/api/v1/tokens",
                        """
                        {"name":"a b","scope":{"role":"VIEWER"},
                         "expiresAt":"2001-01-01T00:00:00Z"}\
                        """);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(body(answer).get("problems")).hasSize(2);
    }

    @Test
    void refusesASecondTokenOfTheSameName() {
        String token =
                """
                {"name":"api-twice","scope":{"role":"VIEWER"}}\
                """;
        commandLine.json("POST", "/api/v1/tokens", token);

        assertThat(commandLine.json("POST", "/api/v1/tokens", token).statusCode()).isEqualTo(409);
    }

    @Test
    void letsAnOperatorIssueTokensForReportsOfItsEnvironmentOnly() {
        Client operator = with("api-operator", new Grant(Role.OPERATOR, "api-qa"));

        assertThat(issueReporter(operator, "api-push1", "api-qa").statusCode()).isEqualTo(201);
        assertThat(issueReporter(operator, "api-push2", "api-prod").statusCode()).isEqualTo(403);
        assertThat(
                        operator.json(
                                        "POST",
                                        "/api/v1/tokens",
                                        """
                                        {"name":"api-up","scope":
                                         {"role":"ADMINISTRATOR","environment":"api-qa"}}\
                                        """)
                                .statusCode())
                .isEqualTo(403);
        assertThat(operator.get("/api/v1/tokens").body())
                .contains("api-push1")
                .doesNotContain("\"name\":\"api-operator\"");
    }

    private static HttpResponse<String> issueReporter(Client client, String name, String where) {
        return client.json(
                "POST",
                "/api/v1/tokens",
                """
                {"name":"%s","scope":{"role":"REPORTER","environment":"%s","host":"web1"}}\
                """
                        .formatted(name, where));
    }

    @Test
    void makesALinkForTheFirstAdministrator() {
        HttpResponse<String> answer =
                commandLine.send("POST", "/api/v1/sign-in-links", null, Map.of());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(body(answer).get("person").asString()).isEqualTo("admin");
        assertThat(body(answer).get("url").asString())
                .matches("http://localhost:" + port + "/sign-in\\?code=[A-Za-z0-9_-]{43}");
    }

    @Test
    void neverLosesTheLastAdministrator() {
        long admin =
                access.asSystem(people::list).stream()
                        .filter(person -> person.name().equals(People.FIRST))
                        .findFirst()
                        .orElseThrow()
                        .id();
        String path = "/api/v1/people/" + admin;

        HttpResponse<String> answer = commandLine.json("PATCH", path, "{\"disabled\":true}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(body(answer).get("remedy").asString()).contains("ADMINISTRATOR");
    }

    @Test
    void addsAPersonOnce() {
        String person =
                """
                {"name":"Api-Anna","grants":[{"role":"OPERATOR","environment":"qa"}]}\
                """;
        HttpResponse<String> added = commandLine.json("POST", "/api/v1/people", person);

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(body(added).get("name").asString()).isEqualTo("api-anna");
        assertThat(commandLine.json("POST", "/api/v1/people", person).statusCode()).isEqualTo(409);
    }

    @Test
    void notesWritesAndRefusalsOfRequests() {
        Client viewer = with("api-viewer", new Grant(Role.VIEWER, null));
        viewer.json("POST", "/api/v1/people", "{\"name\":\"x\",\"grants\":[]}");
        viewer.get("/api/v1/audit");

        assertThat(notedOf("token:api-viewer", 2))
                .containsExactlyInAnyOrder("GET /api/v1/audit 403", "POST /api/v1/people 403");
        assertThat(commandLine.get("/api/v1/audit?limit=2").body()).contains("\"next\"");
    }

    /** Requests are noted once they are answered, so that their lines may come a moment later. */
    private List<String> notedOf(String actor, int lines) {
        return Stream.generate(() -> notedOf(actor))
                .limit(500)
                .dropWhile(noted -> noted.size() < lines)
                .findFirst()
                .orElseGet(() -> notedOf(actor));
    }

    private List<String> notedOf(String actor) {
        return access.asSystem(() -> access.auditBefore(null, 200)).stream()
                .filter(entry -> entry.actor().equals(actor))
                .map(entry -> entry.action() + " " + entry.outcome())
                .toList();
    }
}
