package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre token list}. */
@Command(
        name = "list",
        description = "List the tokens that are good, without their secrets.",
        footer = {"", "Example: cadastre token list"})
final class TokenListVerb implements Callable<Integer> {

    private final Session session;

    TokenListVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.printer().list(session.server().read(Path.of("tokens")), Columns.TOKENS);
        return 0;
    }
}
