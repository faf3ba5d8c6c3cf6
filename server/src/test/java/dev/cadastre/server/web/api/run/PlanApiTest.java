package dev.cadastre.server.web.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.change.running.RunsByTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Changes by REST that are refused before they become runs. */
@ServerTest
class PlanApiTest extends RunsByApi {

    @Test
    void refusesArchivesThatAreNotWhatTheySay() {
        RunsByTest.Sent sent = RunsByTest.archive(SHOP + "# rapi-b\n");
        String other = "0".repeat(64);

        HttpResponse<String> wrong = put(calls, other, sent.tar());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("change.archive-digest");
        assertThat(put(calls, "../x".replace("/", "%2F"), sent.tar()).statusCode()).isEqualTo(400);
        assertThat(put(calls, sent.digest(), new byte[] {1, 2, 3}).statusCode()).isEqualTo(422);
        assertThat(head(calls, other)).isEqualTo(404);
    }

    @Test
    void tellsAllThatIsWrongWithAPlan() {
        byTest.declare("rapi-c", "rapi-c1");
        String good = byTest.send(SHOP + "# rapi-c\n");
        String wrong =
                byTest.send(
                        """
                        [change]
                        name = sh op
                        [step a]
                        op = test.putt
                        [step b]
                        op = test.put
                        key = k
                        """);

        assertThat(calls.codes("POST", "plans", order("0".repeat(64), "rapi-c1")))
                .containsExactly("change.archive-unknown");
        assertThat(calls.codes("POST", "plans", "{\"archive\":\"%s\"}".formatted(good)))
                .containsExactly("plan.hosts-wrong");
        assertThat(
                        calls.codes(
                                "POST",
                                "plans",
                                """
                                {"archive":"%s","hosts":["no-1","no-2"]}
                                """
                                        .formatted(good)))
                .containsExactly("plan.host-unknown", "plan.host-unknown");
        assertThat(
                        calls.codes(
                                "POST",
                                "plans",
                                """
                                {"archive":"%s","hosts":["rapi-c1"],"file":"other.change"}
                                """
                                        .formatted(good)))
                .containsExactly("plan.file-unknown");
        assertThat(
                        calls.codes(
                                "POST",
                                "plans",
                                """
                                {"archive":"%s","q":"no-such-host-at-all"}
                                """
                                        .formatted(good)))
                .containsExactly("plan.no-host");
        assertThat(
                        calls.codes(
                                "POST",
                                "plans",
                                """
                                {"archive":"%s","hosts":["rapi-c1"],
                                 "options":{"strategy":"fast","atOnce":0,"failuresAllowed":-1}}
                                """
                                        .formatted(good)))
                .containsExactly("plan.strategy-wrong", "plan.option-wrong", "plan.option-wrong");
        HttpResponse<String> file = calls.send("POST", "plans", order(wrong, "rapi-c1"));
        assertThat(file.statusCode()).isEqualTo(422);
        assertThat(file.body())
                .contains(
                        "change.name-wrong",
                        "change.op-unknown",
                        "change.parameter-missing",
                        "shop.change:2:");
        assertThat(calls.status("GET", "plans/00000000-0000-0000-0000-000000000000", ""))
                .isEqualTo(404);
        assertThat(
                        calls.codes(
                                "POST",
                                "runs",
                                "{\"plan\":\"00000000-0000-0000-0000-000000000000\"}"))
                .containsExactly("plan.unknown");
    }
}
