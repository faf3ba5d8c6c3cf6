package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre run skip ID STEP}. */
@Command(
        name = "skip",
        description = "Take a step for dealt with; resume the run to go on.",
        footer = {"", "Example: cadastre run skip 42 warm-up --host web2"})
final class RunSkipVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final StepOfRun at = new StepOfRun();

    RunSkipVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunRequest request = new RunRequest.Skip(at.step(), at.places());
        return new RunRequests(session).ask(at.run(), List.of(request), false, false);
    }
}
