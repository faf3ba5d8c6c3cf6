package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre token revoke ID}. */
@Command(
        name = "revoke",
        description = "End a token.",
        footer = {"", "Example: cadastre token revoke 7"})
final class TokenRevokeVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre token list` shows it")
    private String id = "";

    TokenRevokeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("tokens", id), "");
        session.remark("Revoked token %s.".formatted(id));
        return 0;
    }
}
