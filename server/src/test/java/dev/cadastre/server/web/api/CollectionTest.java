package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@ServerTest
class CollectionTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    @Test
    void tellsWhyAHostCannotBeReached() {
        ApiClient admin = ApiClient.administrator(server, access, tokens);
        admin.post(
                "/api/v1/hosts",
                "{\"address\":\"ops@127.0.0.1:1\",\"name\":\"collect-a1\",\"environment\":\"collect-a\"}");

        JsonNode progress = admin.post("/api/v1/collections", "{\"hosts\":[\"collect-a1\"]}");
        assertThat(progress.get("total").asInt()).isEqualTo(1);
        while (progress.get("done").asInt() < 1) {
            Thread.onSpinWait();
            progress = admin.get("/api/v1/collections/" + progress.get("id").asString());
        }

        JsonNode outcome = progress.at("/items/0/outcome");
        assertThat(outcome.get("kind").asString()).isEqualTo("UNREACHABLE");
        assertThat(outcome.get("reason").asString()).isNotBlank();
        assertThat(admin.get("/api/v1/hosts?outcome=FAILING&q=collect-a1").get("items")).hasSize(1);
    }

    @Test
    void refusesThoseWhoMayOnlyRead() {
        ApiClient admin = ApiClient.administrator(server, access, tokens);
        admin.post(
                "/api/v1/hosts",
                "{\"address\":\"127.0.0.1:1\",\"name\":\"collect-b1\",\"environment\":\"collect-b\"}");
        ApiClient viewer = ApiClient.in("collect-b", Role.VIEWER, server, access, tokens);

        JsonNode problem = viewer.post("/api/v1/collections", "{\"hosts\":[\"collect-b1\"]}");

        assertThat(problem.get("code").asString()).isEqualTo("not-allowed");
        assertThat(problem.get("remedy").asString()).contains("OPERATOR");
    }

    @Test
    void leavesHostsOutThatPushTheirReports() {
        ApiClient admin = ApiClient.administrator(server, access, tokens);
        admin.post(
                "/api/v1/hosts",
                "{\"address\":\"collect-c1\",\"environment\":\"collect-c\",\"push\":true}");

        JsonNode all = admin.post("/api/v1/collections", "{\"environment\":\"collect-c\"}");
        assertThat(all.get("total").asInt()).isZero();

        JsonNode problem = admin.post("/api/v1/collections", "{\"hosts\":[\"collect-c1\"]}");
        assertThat(problem.get("status").asInt()).isEqualTo(409);
        assertThat(problem.get("code").asString()).isEqualTo("host.undeclared");
        assertThat(problem.get("detail").asString()).contains("pushes its reports");
        assertThat(problem.get("remedy").asString()).contains("address");
        assertThat(admin.get("/api/v1/hosts?outcome=FAILING&q=collect-c1").get("items")).isEmpty();
    }

    @Test
    void tellsNobodyOfHostsThatTheyMayNotSee() {
        ApiClient admin = ApiClient.administrator(server, access, tokens);
        for (String name : List.of("collect-d", "collect-e")) {
            admin.post(
                    "/api/v1/hosts",
                    "{\"address\":\"127.0.0.1:1\",\"name\":\"%s1\",\"environment\":\"%s\"}"
                            .formatted(name, name));
        }
        JsonNode both =
                admin.post("/api/v1/collections", "{\"hosts\":[\"collect-d1\",\"collect-e1\"]}");
        String path = "/api/v1/collections/" + both.get("id").asString();
        while (admin.get(path).get("done").asInt() < 2) {
            Thread.onSpinWait();
        }

        JsonNode seen = ApiClient.in("collect-d", Role.VIEWER, server, access, tokens).get(path);
        assertThat(seen.get("total").asInt()).isEqualTo(1);
        assertThat(seen.at("/items").valueStream().map(item -> item.get("host").asString()))
                .containsExactly("collect-d1");
        assertThat(
                        ApiClient.in("collect-f", Role.VIEWER, server, access, tokens)
                                .get(path)
                                .get("code")
                                .asString())
                .isEqualTo("collection.unknown");
    }

    @Test
    void tellsHowOftenHostsAreCollectedAndWhy() {
        ApiClient admin = ApiClient.administrator(server, access, tokens);

        JsonNode pace = admin.get("/api/v1/collections/pace");

        assertThat(pace.get("intervalSeconds").asInt()).isEqualTo(300);
        assertThat(pace.get("wishedSeconds").asInt()).isEqualTo(300);
        assertThat(pace.get("reason").asString()).isNotBlank();
    }

    @Test
    void forgetsNothingSilently() {
        ApiClient admin = ApiClient.administrator(server, access, tokens);

        assertThat(admin.get("/api/v1/collections/none").get("code").asString())
                .isEqualTo("collection.unknown");
        assertThat(
                        admin.post(
                                        "/api/v1/hosts/nobody/accept-key",
                                        "{\"fingerprint\":\"SHA256:x\"}")
                                .get("code")
                                .asString())
                .isEqualTo("host.unknown");
    }
}
