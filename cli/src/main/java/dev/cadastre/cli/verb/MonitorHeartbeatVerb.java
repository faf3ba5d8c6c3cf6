package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre monitor heartbeat MONITOR}. */
@Command(
        name = "heartbeat",
        description = "Call in, as a job does that has to.",
        footer = {"", "Example: cadastre monitor heartbeat host:db1/backup"})
final class MonitorHeartbeatVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private NamedMonitor monitor = new NamedMonitor();

    MonitorHeartbeatVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String id = monitor.id(session);
        Json after =
                session.server().write("POST", Path.of("monitors", id, "heartbeat"), (Json) null);
        session.remark(MonitorColumns.sentence(after));
        return 0;
    }
}
