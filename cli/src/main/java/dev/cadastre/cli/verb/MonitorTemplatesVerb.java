package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code cadastre monitor templates}. */
@Command(
        name = "templates",
        synopsisSubcommandLabel = "",
        description = "List the templates, which monitors start from.",
        footer = {
            "",
            "Example: cadastre monitor templates",
            "         cadastre monitor templates set slow --interval 1h"
        })
final class MonitorTemplatesVerb implements Callable<Integer> {

    private final Session session;

    MonitorTemplatesVerb(Session session) {
        this.session = session;
    }

    /** The verb with those below it. */
    static CommandLine tree(Session session) {
        return new CommandLine(new MonitorTemplatesVerb(session))
                .addSubcommand(new MonitorTemplateSetVerb(session))
                .addSubcommand(new MonitorTemplateRemoveVerb(session));
    }

    @Override
    public Integer call() {
        session.printer()
                .list(
                        session.server().read(Path.of("monitor-templates")),
                        MonitorColumns.TEMPLATES);
        return 0;
    }
}
