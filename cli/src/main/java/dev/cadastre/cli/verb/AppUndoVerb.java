package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppColumns;
import dev.cadastre.cli.app.AppName;
import dev.cadastre.cli.app.AppPage;
import dev.cadastre.cli.app.Undoing;
import dev.cadastre.cli.attach.ServerRun;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre app undo APP}. */
@Command(
        name = "undo",
        description = {
            "Undo what was done last to an app: it is as it was before, as far as its change tells how.",
            "Exit status 1 unless that ends well."
        },
        footer = {"", "Example: cadastre app undo shop@qa"})
final class AppUndoVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final AppTarget target = new AppTarget();

    @Option(names = "--yes", description = "do not ask")
    private boolean agreed;

    @Option(names = "--detach", description = "leave it to the server, and do not watch")
    private boolean detached;

    @Mixin private final RunAttaching attaching = new RunAttaching();

    AppUndoVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        AppName app = target.name();
        Json last = last(app);
        session.confirm(
                "Undo revision %s of %s: %s?"
                        .formatted(last.text("number").orElse(""), app, AppPage.what(last)),
                agreed);
        Json undone = session.server().write("POST", app.path("undo"), (Json) null);
        List<String> runs = runs(undone);
        if (runs.isEmpty()) {
            throw nothing(app);
        }
        int status = detached ? 0 : attended(runs);
        if (session.printer().format() != Format.TABLE) {
            session.printer().attributes(undone, AppColumns.REVISION);
        }
        return status;
    }

    /** The server undoes the last, and when that is undone the one before it. */
    private int attended(List<String> runs) throws InterruptedException {
        Undoing undoing = new Undoing(session);
        for (String id : runs) {
            if (!undoing.attend(new ServerRun(session, id, attaching.attachment()))) {
                return 1;
            }
        }
        return 0;
    }

    /** The newest of which anything was carried out. */
    private Json last(AppName app) {
        return session.server().read(app.path("revisions")).list("items").stream()
                .filter(AppUndoVerb::hasRun)
                .findFirst()
                .orElseThrow(() -> nothing(app));
    }

    private static boolean hasRun(Json revision) {
        return !runs(revision).isEmpty();
    }

    /** Those of a revision, the last first. */
    private static List<String> runs(Json revision) {
        return revision.list("steps").reversed().stream()
                .flatMap(step -> step.text("run").stream())
                .toList();
    }

    private static Failure nothing(AppName app) {
        return new Failure(
                Failure.Kind.NO,
                "Nothing was done to " + app,
                "See what was wanted: cadastre app history %s.".formatted(app));
    }
}
