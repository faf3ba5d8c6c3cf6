package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppColumns;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre app history APP}. */
@Command(
        name = "history",
        description =
                "List the revisions of an app, newest first: who wanted what, and what became of it.",
        footer = {"", "Example: cadastre app history shop@qa"})
final class AppHistoryVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final AppTarget target = new AppTarget();

    AppHistoryVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer()
                .list(session.server().read(target.name().path("revisions")), AppColumns.REVISIONS);
        return 0;
    }
}
