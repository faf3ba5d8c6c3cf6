package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.run.QuestionKind;
import dev.cadastre.api.run.RunEntry;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunQuestion;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.cli.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that a server carries out. */
@Timeout(60)
class RunVerbsTest extends ServedRuns {

    @Test
    void planSendsTheChangeAndShowsWhatItWouldDo() {
        Terminal.Outcome planned =
                run("run", "plan", change.toString(), "--on", "web1", "--serial", "25%");

        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("warm-up: would change").contains("touch it");
        Json sent = sent("POST /api/v1/plans");
        assertThat(sent.at("hosts")).isEqualTo(json("[\"web1\"]"));
        assertThat(sent.text("options", "strategy")).contains("serial 25%");
        assertThat(sent.text("archive")).contains(archive);
    }

    @Test
    void changeThatTheServerHasIsNotSentAgain() {
        server.on("HEAD " + archive(), 204, "text/plain", "");

        run("run", "plan", change.toString(), "--on", "web1");
        run("run", "plan", change.toString(), "--on", "web1");

        assertThat(server.lines().stream().filter(line -> line.startsWith("PUT"))).hasSize(1);
    }

    @Test
    void hostsCanBeFoundByAQuery() {
        run("run", "plan", change.toString(), "--on", "group:web");

        assertThat(sent("POST /api/v1/plans").text("q")).contains("group:web");
        assertThat(sent("POST /api/v1/plans").at("hosts")).isEqualTo(new Json.Nothing());
    }

    @Test
    void startGivesSecretsAndTellsHowItComesAlong() {
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));
        server.on(ASKS, page(secret()));
        server.on("POST /api/v1/runs/42/secrets", 204, "text/plain", "");
        server.on(ENTRIES.formatted(0), page(entry()));
        server.on(ENTRIES.formatted(1), page());

        Terminal.Outcome started =
                terminal()
                        .variable("CADASTRE_SECRET_SUDO", "swordfish")
                        .run("run", "start", change.toString(), "--on", "web1", "--yes", "-v");

        assertThat(started.status()).as(started.err()).isZero();
        assertThat(started.out()).contains("warm-up  this machine  ok");
        assertThat(started.err())
                .contains("conf on web1: changed, 1.5 s: write it")
                .contains("conf on web1 | hello")
                .doesNotContain("swordfish");
        assertThat(sent("POST /api/v1/runs/42/secrets"))
                .isEqualTo(json("{\"name\":\"sudo\",\"value\":\"swordfish\"}"));
    }

    private static RunEntry entry() {
        return new RunEntry(
                1,
                THEN,
                "ended",
                """
                {"entry":1,"kind":"ended","step":"JOB","of":"conf","host":"web1","status":"OK",\
                "changed":true,"took":"PT1.5S","wishes":["write it"],"output":"hello\\n"}\
                """);
    }

    @Test
    void secretThatNobodyGivesIsNotWaitedFor() {
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.FAILED));
        server.on(ASKS, page(secret()));
        server.on("POST /api/v1/runs/42/secrets", 204, "text/plain", "");

        Terminal.Outcome started = start();

        assertThat(sent("POST /api/v1/runs/42/secrets"))
                .isEqualTo(json("{\"name\":\"sudo\",\"value\":null}"));
        assertThat(started.status()).isEqualTo(1);
        assertThat(started.err())
                .contains("CADASTRE_SECRET_SUDO")
                .contains("Run 42: FAILED")
                .contains("cadastre run undo 42");
    }

    @Test
    void detachedRunIsLeftToTheServer() {
        server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));

        Terminal.Outcome started = start("--detach", "--why", "release 4.2");

        assertThat(started.status()).as(started.err()).isZero();
        assertThat(server.lines()).noneMatch(line -> line.contains("/asks?patience=2"));
        assertThat(server.body("POST /api/v1/runs")).contains("release 4.2");
    }

    @Test
    void noteIsConfirmedAtTheTerminal() {
        server.on(ASKS, page());
        RunQuestion note = new RunQuestion(QuestionKind.NOTE, "tell", "web1", "Tell support");
        server.on("GET /api/v1/runs/42", detail(RunPhase.ASKING, RunStatus.RUNNING, note));
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));
        server.on("POST /api/v1/runs/42/requests", run(RunPhase.GOING_ON, RunStatus.RUNNING));

        Terminal.Outcome started =
                terminal()
                        .withPerson()
                        .input("y\ny\n")
                        .run("run", "start", change.toString(), "--on", "web1");

        assertThat(started.status()).as(started.err()).isZero();
        assertThat(sent("POST /api/v1/runs/42/requests"))
                .isEqualTo(json("{\"request\":\"CONFIRM\",\"job\":\"tell\",\"hosts\":[\"web1\"]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    halt 42                          | {"request":"HALT"}
                    resume 42 --from conf            | {"request":"RESUME","from":"conf"}
                    skip 42 conf --host web1 --here  | {"request":"SKIP","job":"conf","hosts":["web1"],"here":true}
                    settle 42 conf --not-done        | {"request":"SETTLE","job":"conf","done":false}
                    undo 42                          | {"request":"UNDO"}
                    approve 42                       | {"request":"APPROVE"}
                    """)
    void requestsAreSent(String words, String body) {
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));
        server.on("POST /api/v1/runs/42/requests", run(RunPhase.GOING_ON, RunStatus.RUNNING));

        Terminal.Outcome asked = run(("run " + words).split(" "));

        assertThat(asked.status()).as(asked.err()).isZero();
        assertThat(sent("POST /api/v1/runs/42/requests")).isEqualTo(json(body));
    }

    @Test
    void runsAreListed() {
        server.on(
                "GET /api/v1/runs?status=FAILED&host=web1&limit=100",
                page(run(RunPhase.FINISHED, RunStatus.FAILED)));

        assertThat(run("run", "ls", "--host", "web1", "--status", "failed").out())
                .contains("42  shop    failed  finished  web1");
        assertThat(run("run", "ls", "--host", "web1", "--status", "failed", "-o", "names").out())
                .isEqualTo("42\n");
    }

    @Test
    void aRunThatTheServerWasToldOfIsOfWhoeverCarriedItOut() {
        server.on(
                "GET /api/v1/runs?limit=100",
                200,
                "application/json",
                """
                {"items": [{"id": 43, "change": "shop", "status": "OK", "phase": "FINISHED",
                  "hosts": ["web1"], "who": "system", "offlineBy": "carol@laptop"}]}
                """);

        assertThat(run("run", "ls").out()).contains("carol@laptop").doesNotContain("system");
    }

    @Test
    void optionsOfRunsWithoutAServerNeedThat() {
        Terminal.Outcome planned = run("run", "plan", change.toString(), "--host", "ops@web1");

        assertThat(planned.status()).isEqualTo(2);
        assertThat(planned.err()).contains("--offline");
    }
}
