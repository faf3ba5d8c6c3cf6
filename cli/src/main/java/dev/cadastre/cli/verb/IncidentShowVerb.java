package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre incident show ID}. */
@Command(
        name = "show",
        description =
                "Show an incident: what is broken because of what, what changed before it, and whom"
                        + " to call.",
        footer = {"", "Example: cadastre incident show 12"})
final class IncidentShowVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre incident list` shows it")
    private long id;

    IncidentShowVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json story = session.server().read(Path.of("incidents", Long.toString(id)));
        if (session.printer().format() != Format.TABLE) {
            session.printer().attributes(story, IncidentColumns.STORY);
            return 0;
        }
        session.printer().attributes(story.at("incident"), IncidentColumns.INCIDENT);
        affected(story.at("affected"));
        owner(story.at("owner"));
        table(story, "failures", IncidentColumns.FAILURES);
        table(story, "before", IncidentColumns.BEFORE);
        table(story, "comments", IncidentColumns.COMMENTS);
        return 0;
    }

    private void affected(Json affected) {
        String assets = affected.text("assets").orElse("0");
        if (!assets.equals("0")) {
            session.printer().line("");
            session.printer()
                    .line(
                            "%s assets stop with it: %s"
                                    .formatted(assets, IncidentColumns.line(affected, "apps")));
            session.printer().line("Concerned: " + IncidentColumns.line(affected, "teams"));
        }
    }

    private void owner(Json owner) {
        owner.text("team")
                .ifPresent(team ->
                        session.printer()
                                .line(
                                        "Call: %s, %s"
                                                .formatted(
                                                        team,
                                                        Wording.pairs(owner.at("contacts")))));
    }

    private void table(Json story, String name, List<Column> columns) {
        if (!story.list(name).isEmpty()) {
            session.printer().line("");
            session.printer().items(story, story.list(name), columns);
        }
    }
}
