package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.Manner;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How an app is changed: options of whatever changes one. */
final class AppManner {

    @Option(names = "--why", paramLabel = "TEXT", description = "what for; hosts and lists show it")
    private String why = "";

    @Option(names = "--yes", description = "do not ask")
    private boolean agreed;

    @Option(names = "--plan", description = "show what would be done, and do nothing")
    private boolean planned;

    @Option(names = "--detach", description = "leave it to the server, and do not watch")
    private boolean detached;

    @Option(names = "--step", description = "ask before each step")
    private boolean step;

    @Mixin private final RunPace pace = new RunPace();
    @Mixin private final RunAttaching attaching = new RunAttaching();

    Manner manner(Session session) {
        if (step && !session.surroundings().inIsTerminal()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "There is nobody to ask before each step",
                    "Leave out --step, or run it at a terminal.");
        }
        return new Manner(why, agreed, planned, detached, step, attaching.attachment());
    }

    /** What was said of the order of hosts; null for as usual. */
    @Nullable Json pace() {
        return pace.said();
    }
}
