package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.run.AskKind;
import dev.cadastre.api.run.LocalClaim;
import dev.cadastre.api.run.LocalOrder;
import dev.cadastre.api.run.LocalTask;
import dev.cadastre.api.run.PlanState;
import dev.cadastre.api.run.RunAsk;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.api.run.RunValues;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.session.Keyboard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs of a server have done on this machine, and what they are given from it. */
@Timeout(60)
class RunAttachTest extends ServedRuns {

    private static final String REQUESTS = "POST /api/v1/runs/42/requests";

    @Test
    void whatIsToBeDoneOnThisMachineIsDone() {
        LocalTask task = new LocalTask(1, "warm-up", "warm-up", false, null, null, 60);
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));
        server.on("GET /api/v1/runs/42/values", new RunValues(Map.of(), Map.of()));
        server.on(
                ASKS,
                page(new RunAsk(8, AskKind.LOCAL_TASK, null, false, List.of(task), "", null)));
        server.on("POST /api/v1/runs/42/local-tasks/8/claim", new LocalClaim("mine"));
        server.on("POST /api/v1/runs/42/local-tasks/8/output", new LocalOrder(false));
        server.on("POST /api/v1/runs/42/local-tasks/8/result", 204, "text/plain", "");

        Terminal.Outcome started = start();

        assertThat(started.status()).as(started.err()).isZero();
        assertThat(touched).exists();
        Json result = sent("POST /api/v1/runs/42/local-tasks/8/result");
        assertThat(result.text("claim")).contains("mine");
        assertThat(result.text("kind")).contains("ANSWERED");
        assertThat(result.list("answers").getFirst().text("kind")).contains("CHANGED");
    }

    @Test
    void taskThatSomebodyElseTookIsLeftToThem() {
        LocalTask task = new LocalTask(1, "warm-up", "warm-up", false, null, null, 60);
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));
        server.on("GET /api/v1/runs/42/values", new RunValues(Map.of(), Map.of()));
        server.on(
                ASKS,
                page(new RunAsk(8, AskKind.LOCAL_TASK, null, false, List.of(task), "", null)));
        server.on(
                "POST /api/v1/runs/42/local-tasks/8/claim",
                409,
                "application/problem+json",
                """
                {"code":"change.conflict","title":"No","problems":[{"code":"run.task-taken"}]}
                """);

        assertThat(start().status()).isZero();
        assertThat(server.lines()).contains("POST /api/v1/runs/42/local-tasks/8/claim");
        assertThat(touched).doesNotExist();
    }

    @Test
    void valuesAreAskedForOnceForAllThatIsDoneHere() {
        going(3);
        server.on("GET /api/v1/runs/42/values", new RunValues(Map.of(), Map.of()));
        server.on(ASKS, page(ask(8, task())));
        server.on(ASKS, page(ask(9, task())));
        perform(8);
        perform(9);

        assertThat(start().status()).isZero();

        assertThat(server.lines()).contains("POST /api/v1/runs/42/local-tasks/9/result");
        assertThat(server.lines()).containsOnlyOnce("GET /api/v1/runs/42/values");
    }

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

    @Test
    void whatNothingUndoesIsNotDoneAgainInstead() {
        going(2);
        server.on("GET /api/v1/runs/42/values", new RunValues(Map.of(), Map.of()));
        server.on(ASKS, page(ask(8, new LocalTask(2, "undo", "warm-up", true, null, null, 60))));
        perform(8);

        Terminal.Outcome started = start();

        assertThat(started.status()).isEqualTo(1);
        assertThat(started.err()).contains("nothing is known that undoes it");
        assertThat(server.lines()).doesNotContain("POST /api/v1/runs/42/local-tasks/8/claim");
        assertThat(touched).doesNotExist();
    }

    @Test
    void whoWatchesDoesWhatIsToBeDoneHereIfThatIsAgreedTo() throws IOException {
        going(2);
        waitsForTask();

        Terminal.Outcome watched = run("run", "watch", "42", "--local");

        assertThat(watched.status()).as(watched.err()).isZero();
        assertThat(watched.out()).contains("warm-up  this machine  ok");
        assertThat(touched).exists();
    }

    @Test
    void personIsAskedWhetherItIsDoneHere() throws IOException {
        going(2);
        waitsForTask();

        Terminal.Outcome watched = terminal().withPerson().input("y\n").run("run", "watch", "42");

        assertThat(watched.err()).contains("which anna started").contains("on this machine?");
        assertThat(touched).exists();
    }

    @Test
    void whatNobodyAgreedToIsLeftToOthers() throws IOException {
        going(3);
        waitsForTask();

        Terminal.Outcome watched = run("run", "watch", "42");

        assertThat(watched.status()).as(watched.err()).isZero();
        assertThat(watched.err()).containsOnlyOnce("--local");
        assertThat(server.lines().stream().filter(ASKS::equals)).hasSizeGreaterThan(1);
        assertThat(server.lines()).noneMatch(line -> line.endsWith("/claim"));
        assertThat(touched).doesNotExist();
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

    /** The run goes on as often as it is looked at, and then it is done. */
    private void going(int times) {
        for (int i = 0; i < times; i++) {
            server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        }
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));
    }

    private static LocalTask task() {
        return new LocalTask(1, "warm-up", "warm-up", false, null, null, 60);
    }

    private static RunAsk ask(long id, LocalTask task) {
        return new RunAsk(id, AskKind.LOCAL_TASK, null, false, List.of(task), "", null);
    }

    private void perform(long ask) {
        String path = "POST /api/v1/runs/42/local-tasks/" + ask;
        server.on(path + "/claim", new LocalClaim("mine"));
        server.on(path + "/output", new LocalOrder(false));
        server.on(path + "/result", 204, "text/plain", "");
    }

    /** The server has the change, which nobody here has. */
    private void waitsForTask() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        ChangeArchive.write(ChangeFolder.read(shop).folder().orElseThrow(), tar);
        server.on(
                "GET " + archive(),
                200,
                "application/x-tar",
                tar.toString(StandardCharsets.US_ASCII));
        server.on("GET /api/v1/plans/" + PLAN, plan(PlanState.READY));
        server.on("GET /api/v1/runs/42/values", new RunValues(Map.of(), Map.of()));
        server.on(ASKS, page(ask(8, task())));
        perform(8);
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
