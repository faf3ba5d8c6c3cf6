package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre run confirm ID STEP}. */
@Command(
        name = "confirm",
        description = "Say that what a note asks for has been done.",
        footer = {"", "Example: cadastre run confirm 42 tell-support"})
final class RunConfirmVerb implements Callable<Integer> {

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

    RunConfirmVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunRequest request = new RunRequest.Confirm(step, RunRequests.places(hosts, here));
        return new RunRequests(session).ask(id, List.of(request), true, false);
    }
}
