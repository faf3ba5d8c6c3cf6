package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import picocli.CommandLine.Parameters;

/** The one monitor that a verb is about. */
final class NamedMonitor {

    @Parameters(
            index = "0",
            paramLabel = "MONITOR",
            description = "its id, or ASSET/NAME as in host:web1/disk")
    private String monitor = "";

    String id(Session session) {
        return MonitorLookup.id(session, monitor);
    }
}
