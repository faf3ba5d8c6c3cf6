package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppColumns;
import dev.cadastre.cli.app.AppName;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre drift [ENVIRONMENT|APP]}. */
@Command(
        name = "drift",
        description = {
            "Look at hosts, and tell what is not there as estate, parcels and apps declare it.",
            "Exit status 1 if there is anything."
        },
        footer = {"", "Example: cadastre drift qa", "         cadastre drift shop@qa"})
public final class DriftVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "ENVIRONMENT|APP",
            description = "of an environment, or of an app as shop@qa; of all, if it is not said")
    private String what = "";

    /** The verb of a session. */
    public DriftVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.progress("looking at hosts");
        Json drift = session.server().read(path());
        session.progress("");
        session.printer().list(drift, AppColumns.DRIFT);
        if (drift.list("items").isEmpty()) {
            session.remark("All is as it is declared.");
            return 0;
        }
        return 1;
    }

    private Path path() {
        Path drift = Path.of("drift");
        if (what.isEmpty()) {
            return drift;
        }
        return what.indexOf('@') < 0
                ? drift.with("environment", what)
                : drift.with("app", AppName.of(what));
    }
}
