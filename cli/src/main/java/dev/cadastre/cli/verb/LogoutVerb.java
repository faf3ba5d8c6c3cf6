package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Access;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cadastre logout}. */
@Command(
        name = "logout",
        description = "Forget the token kept for a server. The token itself stays good: revoke it.",
        footer = {"", "Example: cadastre logout --server https://cadastre.example.com"})
public final class LogoutVerb implements Callable<Integer> {

    private final Session session;

    /** The verb of a session. */
    public LogoutVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Access access = session.access();
        if (!session.credentials().forget(access.url())) {
            throw new Failure(Failure.Kind.NO, "No token is kept for " + access.url());
        }
        session.remark("Forgot the token for " + access.url() + ".");
        return 0;
    }
}
