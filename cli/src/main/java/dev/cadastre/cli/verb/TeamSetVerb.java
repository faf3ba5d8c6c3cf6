package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre team set NAME}. */
@Command(
        name = "set",
        description = "Say how a team is reached; those of the estate file only the file changes.",
        footer = {
            "",
            "Example: cadastre team set payments --email payments@example.com --phone '+49 30 1234'"
        })
final class TeamSetVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "its name, unique among teams")
    private String name = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "what people call it")
    private @Nullable String title;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "where it reads mail")
    private @Nullable String email;

    @Option(names = "--chat", paramLabel = "PLACE", description = "where it talks")
    private @Nullable String chat;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "where it answers")
    private @Nullable String phone;

    @Option(names = "--people", paramLabel = "NAMES", description = "who is in it")
    private @Nullable String people;

    TeamSetVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server()
                .write(
                        "PUT",
                        Path.of("teams", name),
                        new JsonObject()
                                .with("title", title)
                                .with("email", email)
                                .with("chat", chat)
                                .with("phone", phone)
                                .with("people", people)
                                .json());
        session.remark("Told of the team %s.".formatted(name));
        return 0;
    }
}
