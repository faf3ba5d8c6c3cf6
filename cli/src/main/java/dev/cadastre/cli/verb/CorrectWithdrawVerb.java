package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct withdraw NUMBER}. */
@Command(
        name = "withdraw",
        description = "Take a correction back; what is seen and said holds again.",
        footer = {"", "Example: cadastre correct withdraw 12"})
final class CorrectWithdrawVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NUMBER", description = "as `cadastre correct list` shows it")
    private long number;

    CorrectWithdrawVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server().write("DELETE", Path.of("corrections", Long.toString(number)), "");
        session.remark("Withdrawn.");
        return 0;
    }
}
