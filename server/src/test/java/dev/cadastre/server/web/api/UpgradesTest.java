package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class UpgradesTest {

    private static final String PATH = "/api/v1/upgrades";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void declare() {
        admin = ApiClient.administrator(server, access, tokens);
        add("{\"address\":\"ops@127.0.0.1:1\",\"name\":\"ups-a1\",\"environment\":\"ups-a\"}");
        add("{\"address\":\"ups-a2\",\"environment\":\"ups-a\",\"push\":true}");
        add("{\"address\":\"ops@127.0.0.1:1\",\"name\":\"ups-b1\",\"environment\":\"ups-b\"}");
    }

    private void add(String host) {
        admin.post("/api/v1/hosts", host);
    }

    private static String question(String query) {
        return JsonMapper.shared().writeValueAsString(Map.of("q", query));
    }

    private static List<JsonNode> asked(ApiClient client, String query) {
        return client.answers(PATH, question(query));
    }

    /** What apt knows here is this machine's own affair; that it was asked is ours. */
    @Test
    void asksThisMachineAndKeepsWhatItSays() {
        String name = admin.thisMachine().get("name").asString();
        admin.post("/api/v1/collections", "{\"hosts\":[\"" + name + "\"]}");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        admin.thisMachine().at("/outcome/kind").asString().equals("COLLECTED"));

        JsonNode answer = asked(admin, "host:" + name).getFirst();

        assertThat(answer.get("state").asString()).isIn("NEWER", "NONE");
        assertThat(answer.get("listedAt").asString()).isNotBlank();
        answer.get("upgrades")
                .valueStream()
                .forEach(upgrade -> {
                    assertThat(upgrade.get("type").asString()).isEqualTo("deb");
                    assertThat(upgrade.at("/support/words").asString()).isNotBlank();
                });
        admin.get("/api/v1/hosts/" + name + "/support")
                .get("items")
                .valueStream()
                .filter(item -> item.has("repositories"))
                .forEach(item ->
                        assertThat(item.at("/repositories/askedAt").asString()).isNotBlank());
    }

    @Test
    void tellsWhyAHostCannotBeAsked() {
        List<JsonNode> answers = asked(admin, "env:ups-a");

        assertThat(answers)
                .extracting(
                        item -> item.get("host").asString() + " " + item.get("state").asString())
                .containsExactlyInAnyOrder("ups-a1 NOTHING_KNOWN", "ups-a2 NOTHING_KNOWN");
        assertThat(answers)
                .allSatisfy(item -> {
                    assertThat(item.get("reason").asString()).isNotBlank();
                    assertThat(item.get("remedy").asString()).isNotBlank();
                });
    }

    @Test
    void asksOnlyWhereTheActorMay() {
        ApiClient operator = ApiClient.in("ups-b", Role.OPERATOR, server, access, tokens);

        assertThat(asked(operator, ""))
                .extracting(item -> item.get("host").asString())
                .containsExactly("ups-b1");
        ApiClient viewer = ApiClient.in("ups-a", Role.VIEWER, server, access, tokens);
        assertThat(viewer.post(PATH, question("")).get("code").asString()).isEqualTo("not-allowed");
        String id = admin.post(PATH, question("env:ups-a")).get("id").asString();
        assertThat(operator.get(PATH + "/" + id).get("code").asString())
                .isEqualTo("question.unknown");
        assertThat(viewer.get(PATH + "/" + id).get("code").asString()).isEqualTo("not-allowed");
        assertThat(admin.post(PATH, question("evn:ups-a")).at("/problems/0/code").asString())
                .isEqualTo("query.unknown-field");
    }
}
