package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre monitor result MONITOR STATE [OUTPUT]}. */
@Command(
        name = "result",
        description =
                "Tell what you found of a monitor; it is taken as if a plug-in had printed it.",
        footer = {
            "",
            "Example: cadastre monitor result host:db1/raid critical 'disk 3 failed | disks=3;;4:'"
        })
final class MonitorResultVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private NamedMonitor monitor = new NamedMonitor();

    @Parameters(index = "1", paramLabel = "STATE", description = "ok, warning, critical or unknown")
    private State state = State.UNKNOWN;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "OUTPUT",
            description = "one line, with performance data behind a bar")
    private String output = "";

    /** What a result says. */
    enum State {
        OK,
        WARNING,
        CRITICAL,
        UNKNOWN
    }

    MonitorResultVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String id = monitor.id(session);
        Json body = new JsonObject().with("state", state).with("output", (Object) output).json();
        Json after = session.server().write("POST", Path.of("monitors", id, "results"), body);
        session.remark(MonitorColumns.sentence(after));
        return 0;
    }
}
