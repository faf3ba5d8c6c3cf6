package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre monitor kinds [KIND]}. */
@Command(
        name = "kinds",
        description = "List what can be checked, or what a kind can be told.",
        footer = {"", "Example: cadastre monitor kinds http"})
final class MonitorKindsVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "show its settings")
    private @Nullable String kind;

    MonitorKindsVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json kinds = session.server().read(Path.of("monitor-kinds"));
        if (kind == null) {
            session.printer().list(kinds, MonitorColumns.KINDS);
            return 0;
        }
        Json wanted =
                kinds.list("items").stream()
                        .filter(one -> one.text("kind").orElse("").equalsIgnoreCase(kind))
                        .findFirst()
                        .orElseThrow(() ->
                                new Failure(
                                        Failure.Kind.NO,
                                        "There is no kind " + kind + ".",
                                        "See `cadastre monitor kinds`."));
        session.printer().items(wanted, wanted.list("settings"), MonitorColumns.SETTINGS);
        return 0;
    }
}
