package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.offline.OfflineRuns;
import dev.cadastre.cli.run.RunColumns;
import dev.cadastre.cli.run.RunJson;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cadastre run ls}. */
@Command(
        name = "ls",
        description = "List runs, the newest first.",
        footer = {
            "",
            "Example: cadastre run ls --host web1 --status FAILED",
            "         cadastre run ls --offline"
        })
final class RunListVerb implements Callable<Integer> {

    private static final int USUAL_LIMIT = 100;

    private final Session session;

    @Option(names = "--offline", description = "those that this machine carried out itself")
    private boolean offline;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "in an environment")
    private @Nullable String environment;

    @Option(names = "--host", paramLabel = "NAME", description = "on a host")
    private @Nullable String host;

    @Option(names = "--change", paramLabel = "NAME", description = "of a change")
    private @Nullable String change;

    @Option(
            names = "--status",
            paramLabel = "WORD",
            description = "pending, running, ok, blocked, failed, stopped, error or timed_out")
    private @Nullable Status status;

    @Option(names = "--limit", paramLabel = "N", description = "end after N (default: 100)")
    private int limit = USUAL_LIMIT;

    /** Which runs are asked for. */
    enum Status {
        PENDING,
        RUNNING,
        OK,
        BLOCKED,
        FAILED,
        STOPPED,
        ERROR,
        TIMED_OUT
    }

    RunListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer().list(offline ? ofThisMachine() : ofServer(), RunColumns.RUNS);
        return 0;
    }

    private Json ofServer() {
        Path path =
                Path.of("runs")
                        .with("environment", environment)
                        .with("status", status)
                        .with("host", host)
                        .with("change", change);
        return new Listing(session.server()).read(path, limit);
    }

    private Json ofThisMachine() {
        OfflineRuns known = new OfflineRuns(session);
        List<Json> runs =
                known.views().stream()
                        .map(view -> RunJson.run(view, known.isOpen(view)))
                        .filter(this::isAskedFor)
                        .limit(limit)
                        .toList();
        return new JsonObject().with("items", new Json.Items(runs)).json();
    }

    private boolean isAskedFor(Json run) {
        boolean there =
                host == null
                        || run.list("hosts").stream()
                                .anyMatch(one -> one.text().orElse("").equals(host));
        return there
                && (change == null || run.text("change").orElse("").equals(change))
                && (status == null || run.text("status").orElse("").equals(status.name()));
    }
}
