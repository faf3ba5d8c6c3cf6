package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunView;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.offline.OfflineRuns;
import dev.cadastre.cli.run.RunJson;
import dev.cadastre.cli.run.RunPage;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre run show ID}. */
@Command(
        name = "show",
        description = "Show a run: its jobs by host, and what it waits for.",
        footer = {"", "Example: cadastre run show 42", "         cadastre run show latest"})
final class RunShowVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            paramLabel = "ID",
            description = {
                "as `cadastre run ls` shows it",
                "Of this machine's own runs the last letters are enough; latest is the newest."
            })
    private String id = "";

    RunShowVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json detail =
                OfflineRuns.isOffline(id)
                        ? ofThisMachine()
                        : session.server().read(Path.of("runs", id));
        RunPage.show(session, detail);
        return 0;
    }

    private Json ofThisMachine() {
        OfflineRuns known = new OfflineRuns(session);
        RunView view = known.view(id);
        return RunJson.detail(view, known.isOpen(view));
    }
}
