package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre run confirm ID STEP}. */
@Command(
        name = "confirm",
        description = "Say that what a note asks for has been done.",
        footer = {"", "Example: cadastre run confirm 42 tell-support"})
final class RunConfirmVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final StepOfRun at = new StepOfRun();

    RunConfirmVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunRequest request = new RunRequest.Confirm(at.step(), at.places());
        return new RunRequests(session).ask(at.run(), List.of(request), true, false);
    }
}
