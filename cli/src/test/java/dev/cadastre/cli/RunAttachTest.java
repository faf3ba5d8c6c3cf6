package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.run.AskKind;
import dev.cadastre.api.run.RunAsk;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.cli.session.Keyboard;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs of a server are given by whoever started or watches them. */
@Timeout(60)
class RunAttachTest extends ServedRuns {

    private static final String REQUESTS = "POST /api/v1/runs/42/requests";

    @Test
    void secretIsTypedOnceForThePlanAndItsRun() {
        List<String> prompts = new ArrayList<>();
        Keyboard keyboard =
                new Keyboard() {
                    @Override
                    public String secret(String prompt) {
                        prompts.add(prompt);
                        return "swordfish";
                    }

                    @Override
                    public Listening onInterrupt(Runnable action) {
                        return () -> {};
                    }
                };
        going(1);
        server.instead("GET /api/v1/plans/" + PLAN + "/asks", page(secret()));
        server.on("POST /api/v1/plans/" + PLAN + "/secrets", 204, "text/plain", "");
        server.on(ASKS, page(secret()));
        server.on("POST /api/v1/runs/42/secrets", 204, "text/plain", "");

        Terminal.Outcome started =
                terminal()
                        .withPerson()
                        .keyboard(keyboard)
                        .run("run", "start", change.toString(), "--on", "web1", "--yes");

        assertThat(started.status()).as(started.err()).isZero();
        assertThat(sent("POST /api/v1/plans/" + PLAN + "/secrets").text("value"))
                .contains("swordfish");
        assertThat(sent("POST /api/v1/runs/42/secrets").text("value")).contains("swordfish");
        assertThat(prompts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "retry", "undo"})
    void whoHasItGoOnWatchesIt(String verb) {
        going(1);
        server.on(ASKS, page());
        server.on("POST /api/v1/runs/42/requests", run(RunPhase.GOING_ON, RunStatus.RUNNING));

        Terminal.Outcome asked = run("run", verb, "42");

        assertThat(asked.status()).as(asked.err()).isZero();
        assertThat(asked.err()).contains("Run 42: OK");
        assertThat(server.lines()).contains(ASKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resume", "retry", "undo"})
    void whoDetachesDoesNot(String verb) {
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("POST /api/v1/runs/42/requests", run(RunPhase.GOING_ON, RunStatus.RUNNING));

        assertThat(run("run", verb, "42", "--detach").status()).isZero();
        assertThat(server.lines()).doesNotContain(ASKS);
    }

    @Test
    void whoMayOnlyReadWatchesAndIsAskedForNothing() {
        going(3);
        server.on(ASKS, 403, "application/problem+json", "{\"code\":\"not-allowed\"}");

        Terminal.Outcome watched = run("run", "watch", "42");

        assertThat(watched.status()).as(watched.err()).isZero();
        assertThat(watched.err()).containsOnlyOnce("is left to others").contains("Run 42: OK");
        assertThat(server.lines()).containsOnlyOnce(ASKS);
    }

    @Test
    void whoMaySeeSomeHostsOnlyWatchesThese() {
        going(3);
        String entries = ENTRIES.formatted(0);
        server.on(entries, 409, "application/problem+json", problem("run.not-all-visible"));
        server.on(ASKS, 404, "application/problem+json", problem("run.unknown"));

        Terminal.Outcome watched = run("run", "watch", "42");

        assertThat(watched.status()).as(watched.err()).isZero();
        assertThat(watched.out()).contains("warm-up  this machine  ok");
        assertThat(server.lines().stream().filter(entries::equals)).hasSize(2);
    }

    private static String problem(String code) {
        return """
        {"code":"change.conflict","title":"No","problems":[{"code":"%s"}]}
        """
                .formatted(code);
    }

    @Test
    void readerIsNotAskedWhetherItGoesOn() {
        server.on("GET /api/v1/runs/42", detail(RunPhase.PAUSED, RunStatus.RUNNING));
        server.on(ASKS, 403, "application/problem+json", "{\"code\":\"not-allowed\"}");

        Terminal.Outcome watched = terminal().withPerson().input("y\n").run("run", "watch", "42");

        assertThat(watched.status()).isEqualTo(1);
        assertThat(watched.err()).doesNotContain("[y/N]");
    }

    @Test
    void whoStartsItWaitsUntilItIsApproved() {
        server.on("GET /api/v1/runs/42", detail(RunPhase.WAITING_FOR_APPROVAL, RunStatus.PENDING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.WAITING_FOR_APPROVAL, RunStatus.PENDING));
        going(1);
        server.on(ASKS, page());

        Terminal.Outcome started = start();

        assertThat(started.status()).as(started.err()).isZero();
        assertThat(started.err())
                .containsOnlyOnce("cadastre run approve 42")
                .contains("Run 42: OK");
    }

    @Test
    void interruptLeavesItWaitingForApproval() {
        List<Runnable> interrupts = new ArrayList<>();
        Keyboard keyboard =
                new Keyboard() {
                    @Override
                    public String secret(String prompt) {
                        return "";
                    }

                    @Override
                    public Listening onInterrupt(Runnable action) {
                        interrupts.add(action);
                        return () -> {};
                    }
                };
        server.on("GET /api/v1/runs/42", detail(RunPhase.WAITING_FOR_APPROVAL, RunStatus.PENDING));
        server.on(ASKS, page());

        Terminal.Outcome watched =
                terminal()
                        .keyboard(keyboard)
                        .pausing(() -> interrupts.forEach(Runnable::run))
                        .run("run", "watch", "42");

        assertThat(watched.status()).isEqualTo(1);
        assertThat(watched.err()).contains("A second person approves it");
        assertThat(server.lines()).doesNotContain("POST /api/v1/runs/42/requests");
    }

    @Test
    void firstInterruptHaltsARunOfAServerAndTheSecondStopsIt() {
        Keyboard keyboard =
                new Keyboard() {
                    @Override
                    public String secret(String prompt) {
                        return "";
                    }

                    @Override
                    public Listening onInterrupt(Runnable action) {
                        action.run();
                        assertThat(sent(REQUESTS).text("request")).contains("HALT");
                        action.run();
                        return () -> {};
                    }
                };
        server.on(REQUESTS, run(RunPhase.HALTED, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.STOPPED));

        Terminal.Outcome watched = terminal().keyboard(keyboard).run("run", "watch", "42");

        assertThat(watched.status()).isEqualTo(1);
        assertThat(sent(REQUESTS).text("request")).contains("STOP");
        assertThat(watched.err()).contains("Halting").contains("Stopping");
    }

    @Test
    void runOfThisMachineIsNotWatched() {
        Terminal.Outcome watched = run("run", "watch", "latest");

        assertThat(watched.status()).isEqualTo(2);
        assertThat(watched.err()).contains("cadastre run show latest");
    }

    private static RunAsk step(long id, String name) {
        return new RunAsk(id, AskKind.STEP, name, false, List.of(), null, null);
    }

    @Test
    void personAgreesToStepsOrHaltsTheRun() {
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.STOPPED));
        server.on(ASKS, page(step(3, "one on web1")));
        server.on(ASKS, page(step(4, "two on web1")));
        server.on(ASKS, page(step(5, "three on web1"), step(6, "three on web2")));
        server.on("POST /api/v1/runs/42/steps/3", 204, "text/plain", "");
        server.on(
                "POST /api/v1/runs/42/steps/4",
                409,
                "application/problem+json",
                "{\"problems\":[{\"code\":\"run.not-asked\",\"message\":\"no\"}]}");
        server.on("POST /api/v1/runs/42/requests", run(RunPhase.HALTED, RunStatus.RUNNING));

        Terminal.Outcome started =
                terminal()
                        .withPerson()
                        .input("y\ny\nn\n")
                        .run("run", "start", change.toString(), "--on", "web1", "--yes", "--step");

        assertThat(started.status()).as(started.err()).isEqualTo(1);
        assertThat(started.err())
                .containsSubsequence("Next: one on web1", "Next: two on web1", "Next: three");
        assertThat(started.err()).doesNotContain("three on web2");
        assertThat(sent("POST /api/v1/runs").holds("step")).isTrue();
        assertThat(sent("POST /api/v1/runs/42/steps/3").holds("all")).isFalse();
        assertThat(sent("POST /api/v1/runs/42/requests").text("request")).hasValue("HALT");
    }

    @Test
    void stepsAreAgreedToFromElsewhere() {
        server.on("GET /api/v1/runs/42/asks", page(secret(), step(3, "one on web1")));
        server.on("POST /api/v1/runs/42/steps/3", 204, "text/plain", "");

        Terminal.Outcome agreed = run("run", "step", "42", "--all");

        assertThat(agreed.out()).isEqualTo("one on web1\n");
        assertThat(agreed.status()).isZero();
        assertThat(sent("POST /api/v1/runs/42/steps/3").holds("all")).isTrue();
        server.instead("GET /api/v1/runs/42/asks", page());
        assertThat(run("run", "step", "42").status()).isEqualTo(1);
    }
}
