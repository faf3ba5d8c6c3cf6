package dev.cadastre.server.web.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Grant;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.ReportText;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@ServerTest
class TalookTest {

    @LocalServerPort private int port;
    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        admin = ApiClient.administrator(server, access, tokens);
    }

    /** A client whose password is a token that sees one environment. */
    private TalookClient viewer(String environment) {
        var grant = new Grant(Role.VIEWER, environment);
        var issued = access.asSystem(() -> tokens.issue("talook-" + environment, grant, null));
        return new TalookClient(port, issued.secret());
    }

    private void enrol(String name, String environment, ReportText report) {
        new Enrolled(server, admin).host(name, environment, report);
    }

    @Test
    void listsHostsAndEachEnvironmentOnce() throws IOException {
        enrol("talook-a1", "talook-a", new ReportText("x"));
        enrol("talook-a2", "talook-a", new ReportText("y"));
        TalookClient client = viewer("talook-a");

        assertThat(client.get("/talook/hosts.json").body())
                .isEqualTo("{\"talook-a1\":\"talook-a\",\"talook-a2\":\"talook-a\"}");
        assertThat(client.get("/talook/envs.json").body()).isEqualTo("[\"talook-a\"]");
    }

    @Test
    void describesAHostAsItsOwnServerWould() throws IOException {
        ReportText report =
                new ReportText("x").has("adduser", "3.134").has("zlib1g", "1:1.2.13.dfsg-1");
        enrol("talook-b1", "talook-b", report);

        TalookClient.Answer answer = viewer("talook-b").get("/talook/host/talook-b1.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("application/json");
        JsonNode document = answer.json();
        assertThat(document.at("/deb/adduser").asString()).isEqualTo("3.134");
        assertThat(document.at("/deb/zlib1g").asString()).isEqualTo("1:1.2.13.dfsg-1");
        assertThat(document.at("/deb")).hasSize(2);
        assertThat(document.get("facter").get("os.id").asString()).isEqualTo("debian");
        assertThat(document.at("/timestamp/date").asString())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(admin.get("/api/v1/hosts/talook-b1/jsonstats")).isEqualTo(document);
    }

    @Test
    void saysAsTheOriginalDoesThatAHostIsNotListed() throws IOException {
        enrol("talook-c1", "talook-c", new ReportText("x"));
        enrol("talook-c2", "talook-c", new ReportText("y"));
        admin.post("/api/v1/hosts/talook-c2/retire", "");
        TalookClient client = viewer("talook-c");

        for (String name : new String[] {"nobody", "talook-c2", "talook-a1"}) {
            TalookClient.Answer answer = client.get("/talook/host/" + name + ".json");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.head()).contains("text/html");
            assertThat(answer.body()).isEqualTo("404 File Not Found");
        }
    }

    @Test
    void explainsWhyAHostHasNotBeenSeenYet() throws IOException {
        admin.post(
                "/api/v1/hosts",
                "{\"address\":\"talook-d1\",\"environment\":\"talook-d\",\"push\":true}");

        JsonNode answer = viewer("talook-d").get("/talook/host/talook-d1.json").json();

        assertThat(answer.at("/error/Error").asString())
                .isEqualTo("Could not connect to remote service: talook-d1");
        assertThat(answer.at("/error/Reason").asString()).isNotEmpty();
        assertThat(answer.at("/error/Suggestion").asString()).isNotEmpty();
    }

    @Test
    void asksForThePasswordAndTakesItNowhereElse() throws IOException {
        TalookClient client = viewer("talook-e");
        TalookClient.Answer refused = new TalookClient(port, null).get("/talook/hosts.json");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.head()).contains("WWW-Authenticate: Basic realm=\"cadastre\"");
        assertThat(new TalookClient(port, "wrong").get("/talook/envs.json").status())
                .isEqualTo(401);
        assertThat(client.get("/talook/envs.json").status()).isEqualTo(200);
        assertThat(client.get("/api/v1/environments").status()).isEqualTo(401);
    }
}
