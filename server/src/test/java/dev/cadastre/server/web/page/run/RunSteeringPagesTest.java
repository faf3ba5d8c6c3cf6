package dev.cadastre.server.web.page.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Role;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.FakeHosts;
import dev.cadastre.server.change.running.Runs;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.web.api.ApiClient;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What people ask of runs, and answer them, in a browser. */
@ServerTest
class RunSteeringPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern ASK = Pattern.compile("name=\"ask\" value=\"([0-9]+)\"");

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private RunsByTest byTest;
    @Autowired private Runs runs;
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

    /** The page of a run, as soon as that is on it. */
    private String once(long id, String part) {
        String shown = page("/runs/" + id);
        while (!shown.contains(part)) {
            Thread.onSpinWait();
            shown = page("/runs/" + id);
        }
        return shown;
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
    void areSteeredByTheRulesOfTheApi() {
        byTest.declare("rp-d", "rp-d1", "rp-d2");
        hosts.host("rp-d1").failing("conf");
        long id = done(RunsByTest.SHOP, "rp-d1", "rp-d2");
        String requests = "/runs/" + id + "/requests";

        assertThat(send(all, requests, "request=DANCE")).isEqualTo(400);
        assertThat(send(all, requests, "request=SKIP")).isEqualTo(400);
        assertThat(send(all, requests, "request=HALT")).isEqualTo(409);
        assertThat(send(all, requests, "request=APPROVE")).isEqualTo(409);
        assertThat(send(all, requests, "request=SKIP&job=motd&place=rp-d1")).isEqualTo(409);

        assertThat(send(all, requests, "request=SKIP&job=conf&place=rp-d1")).isEqualTo(302);
        assertThat(send(all, requests, "request=RESUME")).isEqualTo(302);
        byTest.rested(id);

        assertThat(page("/runs/" + id))
                .contains(">ok<", "skipped conf on rp-d1", "class=\"skipped\">–<", "resumed it")
                .contains("<dt>Retry failed</dt>", "value=\"UNDO\"")
                .doesNotContain("value=\"RESUME\"");

        assertThat(send(all, requests, "request=UNDO")).isEqualTo(302);
        byTest.rested(id);
        assertThat(page("/runs/" + id)).contains(">undone<", "class=\"undone\">U<");
        assertThat(hosts.host("rp-d2").value("motd")).isEmpty();
    }

    @Test
    void aNoteIsConfirmedThere() {
        byTest.declare("rp-e", "rp-e1");
        String note =
                "[change]\nname = shop\n[step look]\nop = note\ntext = Look <b>here</b>\nat = local\n";
        long id = done(note, "rp-e1");

        assertThat(page("/runs/" + id))
                .contains("It waits for", "Look &lt;b&gt;here", "value=\"CONFIRM\"", ">asks<");
        assertThat(send(all, "/runs/" + id + "/requests", "request=CONFIRM&job=look"))
                .isEqualTo(302);
        byTest.rested(id);
        assertThat(page("/runs/" + id)).contains(">ok<").doesNotContain("It waits for");
    }

    @Test
    void aSecretIsGivenThere() {
        byTest.declare("rp-f", "rp-f1");
        long id =
                byTest.start(
                                RunsByTest.SHOP.replace("value = 2", "value = 2\nas = root"),
                                RunSettings.USUAL,
                                "rp-f1")
                        .id();
        once(id, "The secret “sudo”");

        assertThat(send(all, "/runs/" + id + "/secrets", "name=other&value=x")).isEqualTo(409);
        assertThat(send(all, "/runs/" + id + "/secrets", "name=sudo&value=s3cr3t-p"))
                .isEqualTo(302);
        byTest.rested(id);

        assertThat(page("/runs/" + id)).contains(">ok<").doesNotContain("The secret", "s3cr3t-p");
    }

    @Test
    void whatGoesOnIsHaltedAndResumed() {
        byTest.declare("rp-g", "rp-g1");
        CountDownLatch gate = new CountDownLatch(1);
        hosts.host("rp-g1").gate(gate);
        long id = byTest.start(RunsByTest.SHOP, RunSettings.USUAL, "rp-g1").id();
        assertThat(once(id, "class=\"running\""))
                .contains("value=\"HALT\"", "value=\"STOP\"")
                .doesNotContain("value=\"UNDO\"");
        assertThat(page("/runs/" + id + "/at?job=motd&place=rp-g1")).contains("data-running");

        assertThat(send(all, "/runs/" + id + "/requests", "request=HALT")).isEqualTo(302);
        gate.countDown();
        hosts.host("rp-g1").gate(null);
        byTest.rested(id);

        assertThat(page("/runs/" + id)).contains(">stopped<", "halted it", "value=\"RESUME\"");
    }

    @Test
    void aSecondPersonIsAskedForWhereItTakesOne() {
        byTest.declare("rp-j", "rp-j1");
        ChangePlan plan = byTest.plan(RunsByTest.SHOP, RunSettings.USUAL.approved(), "rp-j1");
        assertThat(page("/runs/plans/" + plan.id())).contains(">Ask for approval<");

        long id = byTest.start(RunsByTest.SHOP, RunSettings.USUAL.approved(), "rp-j1").id();

        assertThat(page("/runs/" + id))
                .contains("waits for approval", "A second person has to approve it")
                .contains("<dt>Approve</dt><dd>A run is approved by a person only.</dd>")
                .doesNotContain("value=\"RESUME\"");
        assertThat(hosts.host("rp-j1").acts()).isEmpty();
        assertThat(send(all, "/runs/" + id + "/requests", "request=STOP")).isEqualTo(302);
        byTest.rested(id);
    }

    private long stepwise(String... at) {
        ChangePlan plan = byTest.plan(RunsByTest.SHOP, RunSettings.USUAL, at);
        return access.asSystem(() -> runs.start(plan.id(), "", true, Reach.ALL)).id();
    }

    /** What somebody has to agree to next. */
    private static String asked(String page) {
        Matcher ask = ASK.matcher(page);
        assertThat(ask.find()).as(page).isTrue();
        return ask.group(1);
    }

    @Test
    void oneAgreesToEachStepThere() {
        byTest.declare("rp-o", "rp-o1");
        long id = stepwise("rp-o1");
        String steps = "/runs/" + id + "/steps";

        String first = once(id, "motd on rp-o1</b>");
        assertThat(first).contains(">Do it<", ">Do it and all that follows<");
        assertThat(hosts.host("rp-o1").acts()).isEmpty();
        assertThat(send(all, steps, "ask=987654")).isEqualTo(409);
        assertThat(send(all, steps, "ask=" + asked(first))).isEqualTo(302);

        String second = once(id, "conf on rp-o1</b>");
        assertThat(hosts.host("rp-o1").acts()).containsExactly("put motd=hello rp-o1");
        assertThat(send(all, steps, "ask=" + asked(first))).isEqualTo(409);
        ApiClient viewer = ApiClient.in("rp-o", Role.VIEWER, server, access, tokens);
        assertThat(send(viewer, steps, "ask=" + asked(second))).isEqualTo(403);
        assertThat(get(viewer, "/runs/" + id).body()).doesNotContain("/steps");
        assertThat(send(all, steps, "ask=" + asked(second))).isEqualTo(302);
        byTest.rested(id);

        assertThat(page("/runs/" + id)).contains(">ok<").doesNotContain(">Do it<");
        assertThat(send(all, steps, "ask=" + asked(second))).isEqualTo(409);
    }

    @Test
    void oneAgreesThereToAllThatFollows() {
        byTest.declare("rp-p", "rp-p1", "rp-p2");
        long id = stepwise("rp-p1", "rp-p2");

        String first = once(id, "motd on rp-p2</b>");
        assertThat(first).contains("motd on rp-p1</b>");
        assertThat(send(all, "/runs/" + id + "/steps", "all=true&ask=" + asked(first)))
                .isEqualTo(302);
        byTest.rested(id);

        assertThat(page("/runs/" + id)).contains(">ok<");
        assertThat(hosts.host("rp-p2").acts()).hasSize(2);
    }

    @Test
    void whoDoesNotAgreeToAStepHaltsTheRun() {
        byTest.declare("rp-q", "rp-q1");
        long id = stepwise("rp-q1");
        once(id, "motd on rp-q1</b>");

        assertThat(send(all, "/runs/" + id + "/requests", "request=HALT")).isEqualTo(302);
        byTest.rested(id);

        assertThat(page("/runs/" + id)).contains("halted it").doesNotContain(">Do it<");
        assertThat(hosts.host("rp-q1").acts()).isEmpty();
    }
}
