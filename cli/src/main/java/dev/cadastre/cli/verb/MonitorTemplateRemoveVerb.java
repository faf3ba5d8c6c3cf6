package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre monitor templates remove NAME}. */
@Command(
        name = "remove",
        description = "Remove a template that nothing starts from.",
        footer = {"", "Example: cadastre monitor templates remove slow"})
final class MonitorTemplateRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "as `cadastre monitor templates` shows it")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    MonitorTemplateRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server()
                .write(
                        "DELETE",
                        Path.of("monitor-templates", name).with("reason", reason),
                        (Json) null);
        session.remark("Removed %s.".formatted(name));
        return 0;
    }
}
