package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre run settle ID STEP}. */
@Command(
        name = "settle",
        description = "Say whether a step that was cut took effect, which nobody can see.",
        footer = {"", "Example: cadastre run settle 42 insert-rates --host db1 --done"})
final class RunSettleVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "as `cadastre run ls` shows it")
    private String id = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "its name")
    private String step = "";

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "at that host; several times for several (default: wherever it is asked)")
    private List<String> hosts = List.of();

    @Option(names = "--here", description = "on the machine of whoever runs the change")
    private boolean here;

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
        RunRequest request =
                new RunRequest.Settle(step, RunRequests.places(hosts, here), done.isDone());
        return new RunRequests(session).ask(id, List.of(request), true, false);
    }
}
