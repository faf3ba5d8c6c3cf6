package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.run.JobKind;
import dev.cadastre.api.run.JobPlace;
import dev.cadastre.api.run.Plan;
import dev.cadastre.api.run.PlanState;
import dev.cadastre.api.run.PlannedPlace;
import dev.cadastre.api.run.Run;
import dev.cadastre.api.run.RunCell;
import dev.cadastre.api.run.RunDetail;
import dev.cadastre.api.run.RunJob;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunPlace;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.cli.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests on many hosts, by a server and on a host that a real sshd of this machine is. */
@Timeout(120)
class TestVerbTest extends ServedRuns {

    @TempDir private Path files;

    private Path test(String text) throws IOException {
        return Files.writeString(files.resolve("check it.sh"), text);
    }

    private Terminal.Outcome offline(Path home, String... words) {
        return new Terminal(home).run(words);
    }

    @Test
    void runsATestOnHostsThatThisMachineReaches() throws IOException {
        Path home = Files.createDirectories(files.resolve("home"));
        Path test =
                test(
                        """
                        #!/bin/sh
                        echo "$1 of $2"
                        exit "$1"
                        """);
        try (Sshd sshd = Sshd.start(Files.createDirectories(files.resolve("sshd")), home)) {
            String[] words = {
                "test", "run", test.toString(), "--offline", "--host", sshd.host(), "0", "it's $x"
            };
            Terminal.Outcome passed = offline(home, words);
            assertThat(passed.status()).as(passed.err()).isZero();
            assertThat(passed.out()).contains("passed", "0 of it's $x");
            assertThat(passed.err()).contains("1 of 1 hosts pass");

            words[6] = "2";
            Terminal.Outcome failed = offline(home, words);
            assertThat(failed.status()).isEqualTo(1);
            assertThat(failed.out()).contains("critical", "CRITICAL: 2 of it's $x");
            assertThat(offline(home, "bundle", "ls", sshd.host(), "--offline").out())
                    .doesNotContain("test-check");

            Terminal.Outcome some =
                    offline(
                            home,
                            "test",
                            "run",
                            test.toString(),
                            "--warnings",
                            "--offline",
                            "--host",
                            "localhost:1",
                            "--host",
                            sshd.host(),
                            "-o",
                            "json",
                            "1");
            assertThat(some.status()).isEqualTo(1);
            List<Json> results = json(some.out()).list("items");
            assertThat(results)
                    .extracting(one -> one.text("result").orElse(""))
                    .containsExactly("OUT_OF_REACH", "PASSED");
            assertThat(some.err()).contains("1 of 2 hosts pass");
        }
    }

    @Test
    void understandsTap() throws IOException {
        Path home = Files.createDirectories(files.resolve("home"));
        Path test = test("echo 1..2; echo ok 1; echo not ok 2 - doors are shut");
        try (Sshd sshd = Sshd.start(Files.createDirectories(files.resolve("sshd")), home)) {
            Terminal.Outcome failed =
                    offline(
                            home,
                            "test",
                            "run",
                            test.toString(),
                            "--tap",
                            "--offline",
                            "--host",
                            sshd.host());
            assertThat(failed.status()).isEqualTo(1);
            assertThat(failed.out()).contains("failed", "1 of 2 failed: not ok 2 - doors are shut");
        }
    }

    @Test
    void saysWhatCannotBeRun() {
        assertThat(run("test", "run", "/no/such", "--on", "web1").status()).isEqualTo(2);
        assertThat(run("test", "run", change.toString(), "--timeout", "0", "--on", "a").err())
                .contains("--timeout from 1");
        assertThat(run("test", "run", change.toString()).err()).contains("On no host");
    }

    @Test
    void runsATestByTheServerAndGivesTheLocksBack() throws IOException {
        Path test = test("#!/bin/sh\nexit 0\n");
        String[] words = {
            "test", "run", test.toString(), "--on", "web1,web2,web3", "--why", "audit"
        };
        run(words);
        String head =
                server.lines().stream()
                        .filter(line -> line.startsWith("HEAD "))
                        .findFirst()
                        .orElseThrow();
        server.on(head, 204, "text/plain", "");
        server.instead("POST /api/v1/plans", planned("web3 is away"));
        server.on("POST /api/v1/plans", planned(null));
        server.on("GET /api/v1/runs/42", scanned(RunPhase.FINISHED, true));
        server.on(ASKS, page());
        server.on("POST /api/v1/runs/42/requests", scan(RunPhase.FINISHED));

        Terminal.Outcome outcome = run(words);

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.out())
                .containsSubsequence("web3", "out of reach", "web3 is away")
                .containsSubsequence("web1", "passed", "fine")
                .containsSubsequence("web2", "unknown", "UNKNOWN: what?");
        assertThat(outcome.err()).contains("Run 42", "1 of 3 hosts pass");
        Json asked = sent("POST /api/v1/plans");
        assertThat(asked.list("hosts"))
                .extracting(one -> one.text().orElse(""))
                .containsExactly("web1", "web2");
        assertThat(sent("POST /api/v1/runs").text("why")).hasValue("audit");
        assertThat(sent("POST /api/v1/runs/42/requests").text("request")).hasValue("RELEASE");
    }

    private Plan planned(@Nullable String problem) {
        var plan = plan(PlanState.READY);
        List<PlannedPlace> places =
                problem == null
                        ? List.of(place("web1", null), place("web2", null))
                        : List.of(place("web1", null), place("web2", null), place("web3", problem));
        return new Plan(
                plan.id(),
                plan.state(),
                null,
                "test-check-it.sh",
                "",
                archive,
                "test.change",
                null,
                Map.of(),
                SETTINGS,
                List.of("web1", "web2"),
                List.of("qa"),
                List.of(),
                places,
                "anna",
                THEN,
                null);
    }

    private static PlannedPlace place(String host, @Nullable String problem) {
        return new PlannedPlace(host, problem, problem == null, List.of());
    }

    private Run scan(RunPhase phase) {
        return run(phase, RunStatus.FAILED);
    }

    private RunDetail scanned(RunPhase phase, boolean locked) {
        RunJob job =
                new RunJob(
                        "test",
                        JobPlace.REMOTE,
                        JobKind.SCRIPT,
                        "test.run",
                        "check-it.sh",
                        List.of(),
                        List.of());
        return new RunDetail(
                scan(phase),
                SETTINGS,
                Map.of(),
                List.of(job),
                List.of(
                        new RunPlace(
                                "web1",
                                null,
                                false,
                                null,
                                List.of(cell(RunStatus.OK, null, "fine")),
                                List.of()),
                        new RunPlace(
                                "web2",
                                null,
                                locked,
                                null,
                                List.of(cell(RunStatus.FAILED, "unknown", "UNKNOWN: what?")),
                                List.of())),
                List.of(),
                List.of());
    }

    private static RunCell cell(RunStatus status, @Nullable String code, String reason) {
        return new RunCell(
                "test", status, false, false, 1, 1200L, code, reason, List.of(), List.of(), null);
    }
}
