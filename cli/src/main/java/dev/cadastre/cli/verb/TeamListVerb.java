package dev.cadastre.cli.verb;

import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre team list}. */
@Command(
        name = "list",
        description = "List teams and how they are reached.",
        footer = {"", "Example: cadastre team list"})
final class TeamListVerb implements Callable<Integer> {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("TITLE", "title"),
                    Column.of("EMAIL", team -> team.text("contacts", "email").orElse("")),
                    Column.of("XMPP", team -> team.text("contacts", "xmpp").orElse("")),
                    Column.of("ROOM", team -> team.text("contacts", "xmpp.room").orElse("")),
                    Column.of("CHAT", team -> team.text("contacts", "chat").orElse("")),
                    Column.of("PHONE", team -> team.text("contacts", "phone").orElse("")),
                    Column.of("PEOPLE", team -> team.text("contacts", "people").orElse("")));

    private final Session session;

    TeamListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer().list(session.server().read(Path.of("teams")), COLUMNS);
        return 0;
    }
}
