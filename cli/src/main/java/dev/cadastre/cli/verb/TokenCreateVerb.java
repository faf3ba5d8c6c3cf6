package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre token create NAME}. */
@Command(
        name = "create",
        description = "Make a token and print it, once.",
        footer = {
            "",
            "Example: cadastre token create web1 --role reporter --host web1 > /etc/cadastre/token"
        })
final class TokenCreateVerb implements Callable<Integer> {

    /** What the token's user will be. */
    enum Role {
        VIEWER,
        OPERATOR,
        ADMINISTRATOR,
        REPORTER
    }

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "what it is for")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "viewer, operator, administrator or reporter")
    private Role role = Role.VIEWER;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "good in this environment only")
    private @Nullable String environment;

    @Option(names = "--host", paramLabel = "NAME", description = "a reporter's one host")
    private @Nullable String host;

    @Option(
            names = "--expires",
            paramLabel = "SPAN",
            description = "good for so long: 12h, 90d (default: a year)")
    private @Nullable String expires;

    TokenCreateVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json scope =
                new JsonObject()
                        .with("role", role)
                        .with("environment", environment)
                        .with("host", host)
                        .json();
        Json request =
                new JsonObject()
                        .with("name", name)
                        .with("scope", scope)
                        .with("expiresAt", expires == null ? null : session.after(expires))
                        .json();
        Json made = session.server().write("POST", Path.of("tokens"), request);
        Secrets.print(session, made, made.text("secret").orElseThrow(TokenCreateVerb::noSecret));
        return 0;
    }

    private static Failure noSecret() {
        return new Failure(
                Failure.Kind.NO,
                "The server made the token but did not tell it",
                "Server and command line may be of different versions; revoke the token.");
    }
}
