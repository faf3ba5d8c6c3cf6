package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.alerting.watching.IncidentsByTest;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class IncidentPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PLACE = "incident-pages";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private IncidentsByTest byTest;

    private ApiClient all = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        all = ApiClient.administrator(server, access, tokens);
    }

    private long failing(String asset) {
        all.send(
                all.request("/api/v1/assets/" + asset)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"environment\":\"" + PLACE + "\"}")));
        long monitor =
                all.post(
                                "/api/v1/monitors",
                                "{\"name\":\"works\",\"asset\":\"%s\",\"kind\":\"PASSIVE\",\"retries\":0}"
                                        .formatted(asset))
                        .get("id")
                        .asLong();
        all.post(
                "/api/v1/monitors/" + monitor + "/results",
                "{\"state\":\"CRITICAL\",\"output\":\"It is <b>down</b>\"}");
        byTest.catchUp();
        return all.get("/api/v1/incidents?asset=" + asset).at("/items/0/id").asLong();
    }

    private String page(String path) {
        HttpResponse<String> answer = all.send(all.request(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private int send(ApiClient who, String path, String form) {
        return who.answer(path, FORM, form).statusCode();
    }

    @Test
    void tellWhatIsBrokenAndWhoLooksAfterIt() {
        long id = failing("device:ip-fan");
        String path = "/incidents/" + id;

        assertThat(page(path))
                .contains("device:ip-fan", "Nobody looks after it yet", "It is &lt;b&gt;down")
                .contains("What changed before", "Whom it concerns", "/api/v1/incidents/" + id)
                .doesNotContain("It is <b>down");
        assertThat(page("/incidents?environment=" + PLACE)).contains(path);
        long monitor = all.get("/api/v1/monitors?asset=device:ip-fan").at("/items/0/id").asLong();
        assertThat(page("/monitors/" + monitor)).contains(path, "nobody looks after yet");
        assertThat(page("/")).contains("/incidents", "nobody looks after it");

        assertThat(send(all, path + "/acknowledge", "")).isEqualTo(302);
        assertThat(page(path)).contains("looks after it, since").doesNotContain("Nobody looks");
        assertThat(send(all, path + "/comments", "text=a+new+fan+is+ordered")).isEqualTo(302);
        assertThat(page(path)).contains("a new fan is ordered");
        assertThat(send(all, path + "/comments", "text=+")).isEqualTo(400);
        assertThat(send(all, path + "/resolve", "")).isEqualTo(302);
        assertThat(page(path)).contains("Was because of").doesNotContain("It is over</button>");
        assertThat(page("/incidents?environment=" + PLACE)).doesNotContain(path + "\"");
        assertThat(page("/incidents?state=resolved&environment=" + PLACE)).contains(path);
    }

    @Test
    void silencesAreBegunFromAnIncidentAndEnded() {
        long id = failing("device:ip-ups");

        assertThat(page("/incidents/" + id)).contains("/silences?asset=device:ip-ups#silence");
        assertThat(page("/silences?asset=device:ip-ups")).contains("value=\"device:ip-ups\"");
        HttpResponse<String> refused =
                all.answer("/silences", FORM, "asset=device:ip-ups&reason=work");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("It does not say when it ends", "value=\"work\"");
        assertThat(
                        send(
                                all,
                                "/silences",
                                "asset=device:ip-ups&reason=work&ends=2099-01-01T00:00:00Z"))
                .isEqualTo(400);
        String soon = java.time.Instant.now().plusSeconds(3_600).toString();
        assertThat(send(all, "/silences", "asset=device:ip-ups&reason=work&ends=" + soon))
                .isEqualTo(302);
        assertThat(page("/incidents/" + id)).contains("Silenced");
        assertThat(page("/silences")).contains("device:ip-ups", "work");
    }

    @Test
    void tellWhoWasToldOfWhat() {
        long id = failing("device:ip-pump");

        assertThat(page("/incidents/" + id)).contains("Who was told");
        assertThat(page("/deliveries")).contains("<h1>Deliveries</h1>", "/api/v1/deliveries");
        assertThat(all.send(all.request("/deliveries?state=lost")).statusCode()).isEqualTo(400);
        assertThat(send(all, "/deliveries/%s/retry".formatted(java.util.UUID.randomUUID()), ""))
                .isEqualTo(404);
    }

    @Test
    void whoMayNotWriteIsOfferedNothingAndRefused() {
        long id = failing("device:ip-lamp");
        ApiClient viewer = ApiClient.in(PLACE, Role.VIEWER, server, access, tokens);
        ApiClient stranger = ApiClient.in("ip-elsewhere", Role.VIEWER, server, access, tokens);

        assertThat(viewer.send(viewer.request("/incidents/" + id)).body())
                .contains("device:ip-lamp")
                .doesNotContain("I look after it", "It is over", "Say something");
        assertThat(send(viewer, "/incidents/" + id + "/acknowledge", "")).isEqualTo(403);
        assertThat(stranger.send(stranger.request("/incidents/" + id)).statusCode()).isEqualTo(404);
        assertThat(stranger.send(stranger.request("/incidents")).body())
                .contains("There has been no incident yet");
    }
}
