package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Access;
import dev.cadastre.cli.server.Answer;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Refusal;
import dev.cadastre.cli.session.Session;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cadastre login}. */
@Command(
        name = "login",
        description = {
            "Keep a token for a server; it is read from standard input.",
            "A token comes from `cadastre token create` or the server's administration page."
        },
        footer = {
            "",
            "Example: cadastre login --server https://cadastre.example.com < token",
            "         cadastre login --link"
        })
public final class LoginVerb implements Callable<Integer> {

    private static final int UNKNOWN = 401;

    private final Session session;

    @Option(
            names = "--link",
            description = "print a link that signs a browser in once, for 15 minutes")
    private boolean link;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            description = "whom the link is for (default: the first administrator)")
    private @Nullable String person;

    /** The verb of a session. */
    public LoginVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Access access = session.access();
        if (link) {
            Json made =
                    session.server()
                            .write(
                                    "POST",
                                    Path.of("sign-in-links"),
                                    new JsonObject().with("person", person).json());
            session.printer().line(made.text("url").orElseThrow());
        } else {
            keep(new Access(access.url(), token()));
        }
        return 0;
    }

    private String token() {
        if (!session.surroundings().inIsTerminal()) {
            return session.line().strip();
        }
        session.remark("Token (not shown), then Enter:");
        char[] typed = Objects.requireNonNull(System.console()).readPassword();
        return typed == null ? "" : new String(typed).strip();
    }

    private void keep(Access access) {
        if (access.token() == null || access.token().isEmpty()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "There was no token on standard input",
                    "Pipe one in: cadastre login --server URL < token");
        }
        Answer answer =
                session.server(access).request("GET", Path.of("hosts").with("limit", 1), null);
        if (answer.status() == UNKNOWN) {
            throw Refusal.of(answer, access);
        }
        session.credentials().keep(access.url(), access.token());
        session.remark("Signed in to " + access.url() + ".");
    }
}
