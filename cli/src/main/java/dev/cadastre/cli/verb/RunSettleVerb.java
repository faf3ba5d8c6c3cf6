package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre run settle ID STEP}. */
@Command(
        name = "settle",
        description = "Say whether a step that was cut took effect, which nobody can see.",
        footer = {"", "Example: cadastre run settle 42 insert-rates --host db1 --done"})
final class RunSettleVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final StepOfRun at = new StepOfRun();

    @ArgGroup(multiplicity = "1")
    private Done done = new Done();

    /** Whether it took effect. */
    static final class Done {
        @Option(names = "--done", required = true, description = "it took effect")
        private boolean done;

        @Option(
                names = "--not-done",
                required = true,
                description = "it did not, and is done again")
        private boolean notDone;

        boolean isDone() {
            return done && !notDone;
        }
    }

    RunSettleVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunRequest request = new RunRequest.Settle(at.step(), at.places(), done.isDone());
        return new RunRequests(session).ask(at.run(), List.of(request), true, false);
    }
}
