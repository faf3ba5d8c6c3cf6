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
            "Example: cadastre team set payments --email payments@example.com --phone '+49 30 1234'",
            "         cadastre team set payments --xmpp-room pay@rooms.example.com --escalation ops"
        })
final class TeamSetVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "its name, unique among teams")
    private String name = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "what people call it")
    private @Nullable String title;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "where it reads mail")
    private @Nullable String email;

    @Option(names = "--xmpp", paramLabel = "ADDRESSES", description = "accounts to write to")
    private @Nullable String xmpp;

    @Option(names = "--xmpp-room", paramLabel = "ADDRESSES", description = "chat rooms to write to")
    private @Nullable String xmppRoom;

    @Option(names = "--webhook", paramLabel = "URLS", description = "what takes signed requests")
    private @Nullable String webhook;

    @Option(
            names = "--webhook-secret-name",
            paramLabel = "NAMES",
            description = "the secrets of the server that those requests are signed with")
    private @Nullable String webhookSecretName;

    @Option(
            names = "--escalation",
            paramLabel = "TEAM",
            description = "who hears of what nobody looks after")
    private @Nullable String escalation;

    @Option(names = "--escalate-after", paramLabel = "TIME", description = "when they do: 30m")
    private @Nullable String escalateAfter;

    @Option(names = "--remind-every", paramLabel = "TIME", description = "how often to remind: 2h")
    private @Nullable String remindEvery;

    @Option(
            names = "--fallback",
            paramLabel = "TEAM",
            description = "who is told in its place if it cannot be")
    private @Nullable String fallback;

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
                                .with("xmpp", xmpp)
                                .with("xmppRoom", xmppRoom)
                                .with("webhook", webhook)
                                .with("webhookSecretName", webhookSecretName)
                                .with("escalation", escalation)
                                .with("escalateAfter", escalateAfter)
                                .with("remindEvery", remindEvery)
                                .with("fallback", fallback)
                                .with("chat", chat)
                                .with("phone", phone)
                                .with("people", people)
                                .json());
        session.remark("Told of the team %s.".formatted(name));
        return 0;
    }
}
