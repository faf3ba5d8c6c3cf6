package dev.cadastre.server.web.page.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.FakeHosts;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Runs as people see and steer them in a browser. */
@ServerTest
class RunPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private RunsByTest byTest;
    @Autowired private FakeHosts hosts;

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
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static int send(ApiClient who, String path, String form) {
        return who.answer(path, FORM, form).statusCode();
    }

    private long done(String change, String... at) {
        ChangeRun run = byTest.start(change, RunSettings.USUAL, at);
        byTest.rested(run.id());
        return run.id();
    }

    @Test
    void areListedByEnvironmentTheNewestFirst() {
        byTest.declare("rp-a", "rp-a1", "rp-a2");
        byTest.declare("rp-b", "rp-b1");
        long first = done(RunsByTest.SHOP, "rp-a1", "rp-a2");
        long second = done(RunsByTest.SHOP.replace("name = shop", "name = bookshop"), "rp-a1");
        hosts.host("rp-b1").failing("conf");
        long other = done(RunsByTest.SHOP, "rp-b1");

        String listed = page("/runs?environment=rp-a");

        assertThat(listed)
                .contains("/runs/" + first + "\"", "bookshop", "/runs?environment=rp-b")
                .doesNotContain("id=\"run-%d\"".formatted(other));
        assertThat(listed.indexOf("id=\"run-" + second))
                .isPositive()
                .isLessThan(listed.indexOf("id=\"run-" + first));
        assertThat(page("/runs?environment=rp-b"))
                .contains("edge-crit", ">failed<", "it failed with");
        assertThat(page("/runs?environment=rp-b&status=ok")).contains("No run matches");
        assertThat(page("/runs?host=rp-a2"))
                .contains("id=\"run-%d\"".formatted(first))
                .doesNotContain("id=\"run-%d\"".formatted(second));
        assertThat(page("/")).contains("href=\"/runs\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs?status=broken",
                "/runs?after=x",
                "/runs/plans/x",
                "/runs/x",
            })
    void refuseWhatAnAddressCannotMean(String path) {
        assertThat(get(all, path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/999999999",
                "/runs/999999999/at?job=conf",
                "/runs/plans/00000000-0000-4000-8000-000000000000",
            })
    void tellOfNothingThatIsNotThere(String path) {
        assertThat(get(all, path).statusCode()).isEqualTo(404);
    }

    @Test
    void tellWhatWasDoneWhere() {
        byTest.declare("rp-c", "rp-c1", "rp-c2");
        hosts.host("rp-c2").failing("conf");
        long id = done(RunsByTest.SHOP, "rp-c1", "rp-c2");
        String path = "/runs/" + id;

        assertThat(page(path))
                .contains("id=\"at-rp-c1\"", "class=\"failed\">F<", "class=\"changed\">C<")
                .contains("it failed with", "Who asked for what")
                .contains("value=\"RESUME\"", "value=\"RETRY\"", "value=\"UNDO\"")
                .contains("<dt>Halt</dt><dd>Nothing of the run is going on.</dd>")
                .contains("the plan with its differences", "/api/v1/runs/" + id);
        assertThat(page(path + "?rows=failed"))
                .contains("id=\"at-rp-c2\"")
                .doesNotContain("id=\"at-rp-c1\"");
        assertThat(page(path + "?hosts=c1")).doesNotContain("id=\"at-rp-c2\"");
        assertThat(get(all, path + "?rows=all").statusCode()).isEqualTo(400);
        assertThat(page(path + "/at?job=conf&place=rp-c2"))
                .contains("<b>conf</b> on rp-c2", "command-failed", "doing put with")
                .contains("value=\"SKIP\"", "Resume from here");
        assertThat(page(path + "/at?job=conf")).contains("<b>conf</b> everywhere", "rp-c1");
        assertThat(page(path + "/at?place=rp-c1")).contains("All of it on", "motd", "conf");
        assertThat(get(all, path + "/at?job=none&place=rp-c1").statusCode()).isEqualTo(404);
        assertThat(get(all, path + "/at?job=conf&place=none").statusCode()).isEqualTo(404);
    }

    @Test
    void aBlockedRunTellsWhoHasTheLockAndHowToBreakIt() {
        byTest.declare("rp-h", "rp-h1");
        hosts.host("rp-h1").lockedBy(new Lock("99-other", "eve", Instant.EPOCH, "<i>mine</i>"));

        long id = done(RunsByTest.SHOP, "rp-h1");

        assertThat(page("/runs/" + id))
                .contains(">blocked<", "99-other", "eve", "to break it", "break the lock")
                .contains("~/.cadastre/bundles/shop", "&lt;i&gt;mine")
                .doesNotContain("<i>mine");
    }

    @Test
    void aPlanTellsWhatWouldBeDoneAndIsStartedThere() {
        byTest.declare("rp-i", "rp-i1", "rp-i2");
        hosts.host("rp-i2").put("conf", "2");
        ChangePlan plan = byTest.plan(RunsByTest.SHOP, RunSettings.USUAL, "rp-i1", "rp-i2");
        String path = "/runs/plans/" + plan.id();

        assertThat(page(path))
                .contains("Plan of shop", "would change", "conf=2 already", ">Start<")
                .contains("<b>rp-i1</b>", "<b>rp-i2</b>", "/api/v1/plans/" + plan.id());
        HttpResponse<String> refused =
                all.answer(path + "/start", FORM, "why=" + "x".repeat(1_001));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("The reason is no line");

        HttpResponse<String> started = all.answer(path + "/start", FORM, "why=release+4.2");

        assertThat(started.statusCode()).isEqualTo(302);
        String run = started.headers().firstValue("Location").orElseThrow();
        byTest.rested(Long.parseLong(run.substring(run.lastIndexOf('/') + 1)));
        assertThat(page(run.substring(run.indexOf("/runs")))).contains("release 4.2", ">ok<");
        assertThat(page(path)).contains("Carried out").doesNotContain(">Start<");
        assertThat(all.answer(path + "/start", FORM, "").statusCode()).isEqualTo(409);
    }

    @Test
    void whoMayOnlyReadIsOfferedNothingAndRefused() {
        byTest.declare("rp-k", "rp-k1");
        hosts.host("rp-k1").failing("conf");
        long id = done(RunsByTest.SHOP, "rp-k1");
        ApiClient viewer = ApiClient.in("rp-k", Role.VIEWER, server, access, tokens);
        ChangePlan plan = byTest.plan(RunsByTest.SHOP, RunSettings.USUAL, "rp-k1");

        assertThat(get(viewer, "/runs/" + id).body())
                .contains("class=\"failed\">F<", "You may look at it")
                .doesNotContain("/requests", "Not now");
        assertThat(get(viewer, "/runs/%d/at?job=conf&place=rp-k1".formatted(id)).body())
                .doesNotContain("/requests");
        assertThat(get(viewer, "/runs/plans/" + plan.id()).body())
                .contains("To start it takes")
                .doesNotContain(">Start<");
        assertThat(send(viewer, "/runs/" + id + "/requests", "request=RESUME")).isEqualTo(403);
        assertThat(send(viewer, "/runs/" + id + "/secrets", "name=sudo&value=x")).isEqualTo(403);
        assertThat(send(viewer, "/runs/plans/%s/start".formatted(plan.id()), "")).isEqualTo(403);
    }

    @Test
    void nobodySeesWhatConcernsOthers() {
        byTest.declare("rp-l", "rp-l1");
        byTest.declare("rp-m", "rp-m1");
        long id = done(RunsByTest.SHOP, "rp-l1", "rp-m1");
        String plan = all.get("/api/v1/runs/" + id).at("/run/plan").asString();
        ApiClient some = ApiClient.in("rp-l", Role.OPERATOR, server, access, tokens);
        ApiClient none = ApiClient.in("rp-n", Role.OPERATOR, server, access, tokens);

        assertThat(get(some, "/runs/" + id).body())
                .contains("id=\"at-rp-l1\"", "which you may not see", "You may look at it")
                .doesNotContain("rp-m");
        assertThat(get(some, "/runs").body()).contains("id=\"run-" + id).doesNotContain("rp-m");
        assertThat(get(some, "/runs/%d/at?job=conf".formatted(id)).body()).doesNotContain("rp-m");
        assertThat(get(some, "/runs/%d/at?job=conf&place=rp-m1".formatted(id)).statusCode())
                .isEqualTo(404);
        assertThat(get(some, "/runs/plans/" + plan).statusCode()).isEqualTo(404);
        assertThat(send(some, "/runs/" + id + "/requests", "request=UNDO")).isEqualTo(403);

        assertThat(get(none, "/runs/" + id).statusCode()).isEqualTo(404);
        assertThat(get(none, "/runs/%d/at?place=rp-l1".formatted(id)).statusCode()).isEqualTo(404);
        assertThat(get(none, "/runs").body()).contains("No change has been run yet");
        assertThat(send(none, "/runs/" + id + "/requests", "request=UNDO")).isEqualTo(404);
    }
}
