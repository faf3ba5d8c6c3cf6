package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.run.AskKind;
import dev.cadastre.api.run.LocalClaim;
import dev.cadastre.api.run.LocalOrder;
import dev.cadastre.api.run.LocalTask;
import dev.cadastre.api.run.PlanState;
import dev.cadastre.api.run.RunAsk;
import dev.cadastre.api.run.RunValues;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs of a server have done on the machine of whoever started or watches them. */
@Timeout(60)
class RunLocalTest extends ServedRuns {

    /** Of a run that is over when it is looked at again. */
    private void asksForATaskHere() {
        going(1);
        server.on("GET /api/v1/runs/42/values", new RunValues(Map.of(), Map.of()));
        server.on(ASKS, page(ask(8, task())));
    }

    @Test
    void whatIsToBeDoneOnThisMachineIsDone() {
        asksForATaskHere();
        perform(8);

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
        asksForATaskHere();
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
}
