package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class FilePackagesTest {

    private static final String PATH = "/api/v1/file-packages";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void declare() {
        admin = ApiClient.administrator(server, access, tokens);
        add("{\"address\":\"ops@127.0.0.1:1\",\"name\":\"owns-a1\",\"environment\":\"owns-a\"}");
        add("{\"address\":\"owns-a2\",\"environment\":\"owns-a\",\"push\":true}");
        add("{\"address\":\"ops@127.0.0.1:1\",\"name\":\"owns-b1\",\"environment\":\"owns-b\"}");
    }

    private void add(String host) {
        admin.post("/api/v1/hosts", host);
    }

    private static String question(String file, String query) {
        return JsonMapper.shared().writeValueAsString(Map.of("file", file, "q", query));
    }

    private static List<JsonNode> asked(ApiClient client, String file, String query) {
        return client.answers(PATH, question(file, query));
    }

    @Test
    void asksThisMachine() {
        JsonNode here = admin.thisMachine();

        List<JsonNode> answers = asked(admin, "/bin/cat", "host:" + here.get("name").asString());

        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().get("state").asString()).isEqualTo("OWNED");
        JsonNode owning = answers.getFirst().at("/packages/0");
        assertThat(owning.at("/package/name").asString()).isEqualTo("coreutils");
        assertThat(owning.at("/package/purl").asString()).startsWith("pkg:deb/");
        assertThat(owning.get("file").asString()).isEqualTo("/bin/cat");
        assertThat(owning.get("link").asBoolean()).isFalse();
    }

    @Test
    void tellsWhyAHostCannotBeAsked() {
        List<JsonNode> answers = asked(admin, "/bin/cat", "env:owns-a");

        assertThat(answers)
                .extracting(
                        item -> item.get("host").asString() + " " + item.get("state").asString())
                .containsExactlyInAnyOrder("owns-a1 UNREACHABLE", "owns-a2 NO_ADDRESS");
        assertThat(answers)
                .allSatisfy(item -> {
                    assertThat(item.get("reason").asString()).isNotBlank();
                    assertThat(item.get("remedy").asString()).isNotBlank();
                });
    }

    @Test
    void asksOnlyWhereTheActorMay() {
        ApiClient operator = ApiClient.in("owns-b", Role.OPERATOR, server, access, tokens);

        assertThat(asked(operator, "/x", ""))
                .extracting(item -> item.get("host").asString())
                .containsExactly("owns-b1");
        ApiClient viewer = ApiClient.in("owns-a", Role.VIEWER, server, access, tokens);
        assertThat(viewer.post(PATH, question("/x", "")).get("code").asString())
                .isEqualTo("not-allowed");
        String id = admin.post(PATH, question("/x", "env:owns-a")).get("id").asString();
        assertThat(operator.get(PATH + "/" + id).get("code").asString())
                .isEqualTo("question.unknown");
        assertThat(viewer.get(PATH + "/" + id).get("code").asString()).isEqualTo("not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin/cat", "-x", "", "/a/../b", "/a\0b"})
    void refusesWhatNoHostCanHave(String file) {
        JsonNode problem = admin.post(PATH, question(file, "env:owns-a"));

        assertThat(problem.get("code").asString()).isEqualTo("file.invalid");
        assertThat(problem.get("status").asInt()).isEqualTo(400);
    }

    @Test
    void pointsAtWhatIsWrongWithTheQuery() {
        JsonNode problem = admin.post(PATH, question("/x", "evn:owns-a"));

        assertThat(problem.at("/problems/0/code").asString()).isEqualTo("query.unknown-field");
        assertThat(admin.get(PATH + "/none").get("code").asString()).isEqualTo("question.unknown");
    }
}
