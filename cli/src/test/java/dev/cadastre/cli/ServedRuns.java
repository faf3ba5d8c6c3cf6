package dev.cadastre.cli;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.run.AskKind;
import dev.cadastre.api.run.JobEffect;
import dev.cadastre.api.run.JobKind;
import dev.cadastre.api.run.JobPlace;
import dev.cadastre.api.run.Plan;
import dev.cadastre.api.run.PlanState;
import dev.cadastre.api.run.PlannedJob;
import dev.cadastre.api.run.PlannedPlace;
import dev.cadastre.api.run.Run;
import dev.cadastre.api.run.RunAsk;
import dev.cadastre.api.run.RunCell;
import dev.cadastre.api.run.RunDetail;
import dev.cadastre.api.run.RunJob;
import dev.cadastre.api.run.RunOrder;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunPlace;
import dev.cadastre.api.run.RunQuestion;
import dev.cadastre.api.run.RunSettings;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Has a server with a run, 42, of a change that touches a file on this machine. */
abstract class ServedRuns {

    static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    static final UUID PLAN = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final String ASKS = "GET /api/v1/runs/42/asks?patience=2";
    static final String ENTRIES = "GET /api/v1/runs/42/entries?after=%d&limit=1000";
    static final RunSettings SETTINGS = new RunSettings("all", RunOrder.HOST_FIRST, 0, 50, false);
    static final List<RunJob> JOBS =
            List.of(
                    new RunJob(
                            "warm-up",
                            JobPlace.LOCAL,
                            JobKind.SCRIPT,
                            "command.run",
                            "touch it",
                            List.of(),
                            List.of()));

    final FakeServer server = new FakeServer();
    @TempDir private Path folder;
    Path shop;
    Path change;
    Path touched;
    String archive;

    @BeforeEach
    void write() throws IOException {
        touched = folder.resolve("touched");
        shop = Files.createDirectories(folder.resolve("shop"));
        change = shop.resolve("shop.change");
        Files.writeString(
                change,
                """
                [change]
                name = shop

                [step warm-up]
                op = command.run
                at = local
                command = touch %1$s
                creates = %1$s
                """
                        .formatted(touched));
        archive = ChangeFolder.read(shop).folder().orElseThrow().digest();
        server.on("HEAD " + archive(), 404, "text/plain", "");
        server.on("PUT " + archive(), 201, "text/plain", "");
        server.on("POST /api/v1/plans", plan(PlanState.LOOKING));
        server.on("GET /api/v1/plans/" + PLAN + "/asks", page());
        server.on("GET /api/v1/plans/" + PLAN + "?patience=2", plan(PlanState.READY));
        server.on("POST /api/v1/runs", run(RunPhase.GOING_ON, RunStatus.RUNNING));
        server.on(ENTRIES.formatted(0), page());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    String archive() {
        return "/api/v1/change-archives/" + archive;
    }

    Terminal terminal() {
        return new Terminal(folder).variable("CADASTRE_SERVER", server.url());
    }

    Terminal.Outcome run(String... words) {
        return terminal().run(words);
    }

    static ListPage<Object> page(Object... items) {
        return new ListPage<>(List.of(items), null);
    }

    Json sent(String line) {
        return json(server.body(line));
    }

    static Json json(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonReader.NotJson e) {
            throw new AssertionError(text, e);
        }
    }

    Plan plan(PlanState state) {
        return new Plan(
                PLAN,
                state,
                null,
                "shop",
                "",
                archive,
                "shop.change",
                null,
                Map.of(),
                SETTINGS,
                List.of("web1"),
                List.of("qa"),
                JOBS,
                List.of(
                        new PlannedPlace(
                                "web1",
                                null,
                                true,
                                List.of(
                                        new PlannedJob(
                                                "warm-up",
                                                JobEffect.CHANGES,
                                                "",
                                                List.of("touch it"),
                                                List.of())))),
                "anna",
                THEN,
                null);
    }

    Run run(RunPhase phase, RunStatus status) {
        return new Run(
                42,
                "42",
                "shop",
                status,
                phase,
                null,
                "anna",
                null,
                PLAN,
                archive,
                List.of("qa"),
                List.of("web1"),
                THEN,
                null,
                1,
                false,
                null,
                null);
    }

    RunDetail detail(RunPhase phase, RunStatus status, RunQuestion... questions) {
        RunCell cell =
                new RunCell(
                        "warm-up", status, true, false, 1, 1200L, null, null, List.of(), List.of(),
                        null);
        return new RunDetail(
                run(phase, status),
                SETTINGS,
                Map.of(),
                JOBS,
                List.of(new RunPlace(null, null, false, null, List.of(cell), List.of())),
                List.of(questions),
                List.of());
    }

    /** The run goes on as often as it is looked at, and then it is done. */
    void going(int times) {
        for (int i = 0; i < times; i++) {
            server.on("GET /api/v1/runs/42", detail(RunPhase.GOING_ON, RunStatus.RUNNING));
        }
        server.on("GET /api/v1/runs/42", detail(RunPhase.FINISHED, RunStatus.OK));
    }

    static RunAsk secret() {
        return new RunAsk(7, AskKind.SECRET, "sudo", false, List.of(), null, null);
    }

    Terminal.Outcome start(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of("run", "start", change.toString(), "--on", "web1", "--yes"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }
}
