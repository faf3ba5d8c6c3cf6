package dev.cadastre.cli.verb;

import dev.cadastre.cli.attach.ServerRun;
import dev.cadastre.cli.offline.OfflineRuns;
import dev.cadastre.cli.run.RunPage;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre run watch ID}. */
@Command(
        name = "watch",
        description = {
            "Watch a run of the server, and give it what it asks for, until it rests.",
            "Ctrl-C halts the run, a second one stops it. Exit status 1 unless it ends OK."
        },
        footer = {
            "",
            "Example: cadastre run watch 42",
            "         cadastre run watch 42 --local --jar shop.jar"
        })
final class RunWatchVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre run ls` shows it")
    private String id = "";

    @Mixin private final RunAttaching attaching = new RunAttaching();

    RunWatchVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (OfflineRuns.isOffline(id)) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "%s is no run of a server".formatted(id),
                    "Look at a run of this machine with `cadastre run show %s`.".formatted(id));
        }
        return RunPage.ended(session, new ServerRun(session, id, attaching.attachment()).attend());
    }
}
