package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class MonitorPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;

    private ApiClient all = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        all = ApiClient.administrator(server, access, tokens);
    }

    private static HttpResponse<String> get(ApiClient reader, String path) {
        return reader.send(reader.request(path));
    }

    private String page(String path) {
        HttpResponse<String> answer = get(all, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private void asset(String id, String environment) {
        all.send(
                all.request("/api/v1/assets/" + id)
                        .header("Content-Type", "application/json")
                        .PUT(
                                BodyPublishers.ofString(
                                        "{\"environment\":\"%s\"}".formatted(environment))));
    }

    private long passive(String name, String asset) {
        return all.post(
                        "/api/v1/monitors",
                        "{\"name\":\"%s\",\"asset\":\"%s\",\"kind\":\"PASSIVE\",\"retries\":0}"
                                .formatted(name, asset))
                .get("id")
                .asLong();
    }

    private void found(long monitor, String state, String output) {
        all.post(
                "/api/v1/monitors/" + monitor + "/results",
                "{\"state\":\"%s\",\"output\":\"%s\"}".formatted(state, output));
    }

    @Test
    void theOverviewBeginsWithTheWorstAndCountsByEnvironment() {
        asset("device:mp-a", "mp-one");
        found(passive("good", "device:mp-a"), "OK", "it works");
        found(passive("bad", "device:mp-a"), "CRITICAL", "it does not");

        String listed = page("/monitors?text=device:mp-a");

        assertThat(listed.indexOf(">bad<")).isPositive().isLessThan(listed.indexOf(">good<"));
        assertThat(listed).contains("1 critical", "1 ok", "it does not");
        assertThat(page("/monitors?text=device:mp-a&state=ok")).doesNotContain(">bad<");
        assertThat(page("/monitors?text=device:mp-a&state=problem")).doesNotContain(">good<");
        assertThat(page("/monitors?environment=mp-one")).contains(">bad<", ">good<");
    }

    @Test
    void noMonitorThatMatchesIsNotNoMonitorAtAll() {
        asset("device:mp-b", "mp-two");
        passive("there", "device:mp-b");
        ApiClient elsewhere = ApiClient.in("mp-nowhere", Role.VIEWER, server, access, tokens);

        assertThat(page("/monitors?text=no-such-thing")).contains("No monitor matches");
        assertThat(get(elsewhere, "/monitors").body())
                .contains("There are no monitors yet", "cadastre monitor add")
                .doesNotContain("mp-two");
    }

    @Test
    void whatIsWrongWithAQueryIsShownInItsPlace() {
        asset("device:mp-c", "mp-three");
        passive("there", "device:mp-c");

        assertThat(page("/monitors?q=nonsense:x")).contains("role=\"alert\"", "nonsense:x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/monitors?state=broken", "/monitors?after=x", "/monitors?after=MXg"})
    void refusesWhatItsAddressCannotMean(String path) {
        assertThat(get(all, path).statusCode()).isEqualTo(400);
    }

    @Test
    void aMonitorTellsWhatWasFoundAsTextAndNeverAsMarkup() {
        asset("device:mp-d", "mp-four");
        long id = passive("hostile", "device:mp-d");
        found(id, "CRITICAL", "<script>alert(0)</script> was before");
        found(id, "WARNING", "<script>alert(1)</script> | load=3;2;4");

        String shown = page("/monitors/" + id);

        assertThat(shown)
                .contains("&lt;script&gt;alert(0)&lt;/script&gt; was before")
                .contains("&lt;script&gt;alert(1)", "warning", "load", "What is checked")
                .contains("/api/v1/monitors/" + id, "Begin the downtime", "Switch it off")
                .doesNotContain("<script>alert(");
        assertThat(page("/monitors?text=mp-d")).doesNotContain("<script>alert(1)");
        assertThat(get(all, "/monitors/" + id + "?range=2y").statusCode()).isEqualTo(400);
    }

    @Test
    void aDowntimeThatCannotBeStaysInItsFormWithWhatIsWrong() {
        asset("device:mp-e", "mp-five");
        long id = passive("e", "device:mp-e");

        HttpResponse<String> refused =
                all.answer(
                        "/monitors/" + id + "/downtimes",
                        FORM,
                        "ends=2020-01-01T00:00:00Z&reason=new+disks");
        HttpResponse<String> taken =
                all.answer("/monitors/" + id + "/downtimes", FORM, "reason=new+disks");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("It ends before it begins", "value=\"new disks\"");
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(page("/monitors/" + id)).contains("new disks", ">End<");
    }

    @Test
    void aMonitorIsSwitchedOffAndOnWhereItHasItsOwnDefinition() {
        asset("device:mp-f", "mp-six");
        long id = passive("f", "device:mp-f");

        all.answer("/monitors/" + id + "/enabled", FORM, "enabled=false");

        assertThat(page("/monitors/" + id)).contains(">off<", "Switch it on");
        assertThat(page("/monitors?text=mp-f&state=off")).contains(">f<");
    }

    @Test
    void whoMayOnlyReadIsOfferedNothingAndRefused() {
        asset("device:mp-g", "mp-seven");
        long id = passive("g", "device:mp-g");
        ApiClient viewer = ApiClient.in("mp-seven", Role.VIEWER, server, access, tokens);

        assertThat(get(viewer, "/monitors/" + id).body())
                .doesNotContain("Check now", "Begin the downtime", "Switch it off");
        assertThat(viewer.answer("/monitors/" + id + "/check", FORM, "").statusCode())
                .isEqualTo(403);
        assertThat(viewer.answer("/monitors/" + id + "/downtimes", FORM, "reason=x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theAssetShowsWhatChecksIt() {
        asset("device:mp-h", "mp-eight");
        found(passive("h", "device:mp-h"), "CRITICAL", "it is hot");

        assertThat(page("/map/device:mp-h")).contains("<h2>Monitors</h2>", "it is hot");
    }
}
