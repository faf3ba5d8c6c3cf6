package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.offline.OfflineUpload;
import dev.cadastre.cli.run.RunColumns;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre run upload ID}. */
@Command(
        name = "upload",
        description = {
            "Send runs that were carried out without a server to it, as records of what was done.",
            "What was sent before is not sent again; more of a run is added."
        },
        footer = {
            "",
            "Example: cadastre run upload latest",
            "         cadastre run upload ~/.local/share/cadastre/runs/20260301-1200-k3x9qd"
        })
final class RunUploadVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description = "as `cadastre run ls --offline` shows it, or the folder of a run")
    private List<String> runs = List.of();

    RunUploadVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        OfflineUpload upload = new OfflineUpload(session);
        List<Json> sent = new ArrayList<>();
        runs.forEach(run -> sent.add(upload.send(run)));
        session.printer()
                .list(new JsonObject().with("items", new Json.Items(sent)).json(), RunColumns.RUNS);
        return 0;
    }
}
