package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre monitor remove MONITOR}. */
@Command(
        name = "remove",
        description =
                "Have something checked no longer; with --definition, all that a definition makes.",
        footer = {
            "",
            "Example: cadastre monitor remove host:web1/disk --reason 'moved to the template'"
        })
final class MonitorRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private ChosenMonitor chosen = new ChosenMonitor();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    MonitorRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path path =
                chosen.isDefinition()
                        ? Path.of("monitor-definitions", chosen.definition(session))
                        : Path.of("monitors", chosen.monitor(session));
        session.server().write("DELETE", path.with("reason", reason), (Json) null);
        session.remark("Removed it.");
        return 0;
    }
}
