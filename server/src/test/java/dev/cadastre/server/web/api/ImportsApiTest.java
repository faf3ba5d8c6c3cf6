package dev.cadastre.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.inventory.foreign.Zipped;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** An import beside what a host told itself, by API and on its page. */
@ServerTest
class ImportsApiTest {

    private static final String BASH =
            """
            {"ansible_facts": {"packages": {"bash": [
              {"name": "bash", "version": "<b>5.1</b>", "arch": "amd64", "source": "apt"}]}}}
            """;

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient administrator = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        administrator = ApiClient.administrator(server, access, tokens);
    }

    private static HttpResponse<String> send(ApiClient client, InputStream zip) {
        return client.send(
                client.request("/api/v1/imports/ansible")
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofInputStream(() -> zip)));
    }

    @Test
    void showsTheContradictionByApiAndOnThePage() {
        JsonNode added =
                administrator.post(
                        "/api/v1/hosts",
                        "{\"address\":\"imports-api1\",\"environment\":\"imports\",\"push\":true}");
        ApiClient.of(server, added.get("token").asString())
                .answer(
                        "/api/v1/reports",
                        "text/plain",
                        new ReportText("imports-api1").has("bash", "5.2").toString());

        JsonNode receipt =
                ApiClient.read(send(administrator, Zipped.of("facts/imports-api1", BASH)));

        assertThat(receipt.get("hosts").asInt()).isEqualTo(1);
        JsonNode host = administrator.get("/api/v1/hosts/imports-api1");
        assertThat(host.at("/contradictions/0/subject").asString()).isEqualTo("deb bash");
        assertThat(host.at("/contradictions/0/believed").asString()).isEqualTo("PUSH");
        assertThat(host.at("/contradictions/0/other").asString()).isEqualTo("IMPORT");
        assertThat(page("/hosts/imports-api1")).contains("Sources contradict each other");
        assertThat(page("/hosts/imports-api1/sources"))
                .contains("deb bash", "5.2", "&lt;b&gt;5.1&lt;/b&gt;", "packages-dpkg")
                .doesNotContain("<b>5.1");
    }

    private String page(String path) {
        return administrator.send(administrator.request(path)).body();
    }

    @Test
    void namesTheFileAndThePathOfWhatIsWrong() {
        HttpResponse<String> answer =
                send(
                        administrator,
                        Zipped.of(
                                "facts/imports-api2",
                                BASH,
                                "facts/imports-api3",
                                "{\"ansible_facts\": {\"packages\": []}}"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("facts/imports-api3 $.ansible_facts.packages");
        assertThat(administrator.get("/api/v1/hosts/imports-api2").get("code").asString())
                .isEqualTo("host.unknown");
    }

    @Test
    void isRefusedToWhoMayOnlyRead() {
        ApiClient viewer = ApiClient.in("imports", Role.VIEWER, server, access, tokens);

        assertThat(send(viewer, Zipped.of("imports-api4", BASH)).statusCode()).isEqualTo(403);
    }
}
