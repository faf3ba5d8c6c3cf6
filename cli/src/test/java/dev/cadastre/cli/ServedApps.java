package dev.cadastre.cli;

import dev.cadastre.api.Problem;
import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppBinding;
import dev.cadastre.api.app.AppDifference;
import dev.cadastre.api.app.AppOverriddenValue;
import dev.cadastre.api.app.AppPlan;
import dev.cadastre.api.app.AppPlanStep;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppStep;
import dev.cadastre.api.app.AppValue;
import dev.cadastre.api.app.AppVerb;
import dev.cadastre.api.parcel.Parcel;
import dev.cadastre.api.parcel.ParcelDetail;
import dev.cadastre.api.parcel.ParcelParameter;
import dev.cadastre.api.run.PlanState;
import dev.cadastre.api.run.Run;
import dev.cadastre.api.run.RunDetail;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Has a server with an app, shop@qa, whose parcel needs a database. */
abstract class ServedApps extends ServedRuns {

    static final String SHOP = "/api/v1/apps/shop%40qa";
    static final String DATABASE = "/api/v1/apps/postgresql%40qa";
    static final String PLANS = "POST " + SHOP + "/plans";
    static final String DATABASE_PLANS = "POST " + DATABASE + "/plans";
    static final String DATABASE_REVISION = "GET " + DATABASE + "/revisions/4";
    static final String DIGEST = "sha256:" + "ab".repeat(32);
    static final AppPlanStep INSTALL =
            new AppPlanStep(AppStep.INSTALL, "shop@qa", null, List.of("web1"), PLAN, null);
    static final AppPlanStep BIND =
            new AppPlanStep(AppStep.BIND, "db@qa", "database", List.of("db1"), PLAN, null);

    private static final List<AppValue> VALUES =
            List.of(
                    new AppValue(
                            null,
                            "http.port",
                            "8081",
                            "command line",
                            "command line",
                            false,
                            List.of(
                                    new AppOverriddenValue(
                                            "8000", "default", "parameters.schema.json:3"))),
                    new AppValue(
                            "web1", "workers", "4", "host web1", "estate.ini:9", false, List.of()),
                    new AppValue(null, "key", "(secret)", "command line", "", true, List.of()));

    @BeforeEach
    void serve() {
        server.on("GET /api/v1/plans/" + PLAN, plan(PlanState.READY));
        server.on(ASKS, page());
        server.on("GET " + SHOP, app());
        server.on(
                "GET /api/v1/parcels?limit=1000",
                page(
                        parcel("shop", "1.4.2", "postgresql >=13 as database"),
                        parcel("postgresql", "15.2")));
        server.on("GET /api/v1/parcels/shop/1.4.2", detail());
        server.on("HEAD " + DATABASE, 404, "text/plain", "");
        server.on(
                "GET " + SHOP + "/revisions/4",
                revision("shop@qa", AppVerb.DEPLOY, AppState.CURRENT, 4, INSTALL));
        server.on(
                DATABASE_REVISION,
                revision("postgresql@qa", AppVerb.DEPLOY, AppState.CURRENT, 4, INSTALL));
        server.on("GET " + SHOP + "/manual/index.md", 200, "text/markdown", "# Shop\n\nCall us.\n");
    }

    static App app() {
        return new App(
                "shop@qa",
                "qa",
                "shop",
                "1.4.2",
                AppState.CURRENT,
                List.of("web1"),
                "payments",
                List.of(BINDING),
                List.of(),
                null,
                3,
                THEN);
    }

    private static final AppBinding BINDING =
            new AppBinding("database", "postgresql >=13", "db@qa", List.of("db1"));

    static Parcel parcel(String name, String version, String... requires) {
        return new Parcel(
                name,
                version,
                DIGEST,
                "",
                "Apache-2.0",
                null,
                List.of(name + " " + version),
                List.of(requires),
                List.of(),
                1234,
                "anna",
                THEN,
                List.of());
    }

    static ParcelDetail detail() {
        return new ParcelDetail(
                parcel("shop", "1.4.2", "postgresql >=13 as database"),
                List.of(
                        parameter("http.port", false),
                        parameter("key", true),
                        parameter("key.id", true)),
                Map.of(),
                List.of("install"),
                List.of(),
                List.of(),
                List.of("index.md"));
    }

    private static ParcelParameter parameter(String name, boolean secret) {
        return new ParcelParameter(name, "string", secret, true, null, null, null);
    }

    static AppRevision revision(
            String app,
            AppVerb verb,
            AppState state,
            @Nullable Integer number,
            AppPlanStep... steps) {
        return new AppRevision(
                app,
                number == null ? 4 : number,
                verb,
                app.replaceFirst("@.*", ""),
                "1.4.2",
                DIGEST,
                "release",
                state,
                null,
                List.of("web1"),
                VALUES,
                List.of(BINDING),
                Arrays.asList(steps),
                "anna",
                THEN,
                null);
    }

    static AppPlan appPlan(String app, AppVerb verb, AppPlanStep... steps) {
        return new AppPlan(
                revision(app, verb, AppState.PLANNED, null, steps),
                List.of(new AppDifference(null, "http.port", "8000", "8081")),
                List.of(),
                Arrays.asList(steps));
    }

    /** What a server answers where a plan does not come about. */
    void refuses(String line, Problem.Part... problems) {
        server.on(
                line,
                422,
                Problem.MEDIA_TYPE,
                "{\"detail\":\"shop@qa cannot be planned.\",\"problems\":["
                        + String.join(
                                ",",
                                Arrays.stream(problems)
                                        .map(part ->
                                                """
                                                {"code":"%s","where":"%s","detail":"%s"}\
                                                """
                                                        .formatted(
                                                                part.code(),
                                                                part.where(),
                                                                part.detail()))
                                        .toList())
                        + "]}");
    }

    static Problem.Part missingProvider() {
        return new Problem.Part(
                "app.provider-missing",
                "bindings.database",
                "No app of qa provides postgresql >=13.",
                null);
    }

    /** Run 42 ends so. */
    void ends(RunStatus status) {
        server.instead("GET /api/v1/runs/42", detail(RunPhase.FINISHED, status));
    }

    /** Run 42 while it is undone, or afterwards. */
    RunDetail undone(RunPhase phase, RunStatus status) {
        RunDetail detail = detail(phase, status);
        Run run = detail.run();
        return new RunDetail(
                new Run(
                        run.id(),
                        run.name(),
                        run.change(),
                        run.status(),
                        run.phase(),
                        run.reason(),
                        run.who(),
                        run.why(),
                        run.plan(),
                        run.archive(),
                        run.environments(),
                        run.hosts(),
                        run.begunAt(),
                        run.endedAt(),
                        run.revision(),
                        true,
                        run.approvedBy(),
                        run.offlineBy()),
                detail.settings(),
                detail.parameters(),
                detail.jobs(),
                detail.places(),
                detail.questions(),
                detail.attached());
    }

    Terminal.Outcome deploy(String... more) {
        String[] words = {"app", "deploy", "shop@qa", "shop:1.4.2", "--on", "web1", "--yes"};
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return run(all);
    }
}
