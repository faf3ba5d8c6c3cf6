package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre incident comment ID TEXT}. */
@Command(
        name = "comment",
        description = "Say something of an incident.",
        footer = {"", "Example: cadastre incident comment 12 'The disk is on its way'"})
final class IncidentCommentVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "as `cadastre incident list` shows it")
    private long id;

    @Parameters(index = "1", paramLabel = "TEXT", description = "what there is to say")
    private String text = "";

    IncidentCommentVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json body = new JsonObject().with("text", (Object) text).json();
        session.server().write("POST", Path.of("incidents", Long.toString(id), "comments"), body);
        session.remark("Said it.");
        return 0;
    }
}
