package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre run resume ID}. */
@Command(
        name = "resume",
        description = "Go on with a run that was halted, paused or failed, where each host was.",
        footer = {
            "",
            "Example: cadastre run resume 42",
            "         cadastre run resume 42 --from migrate",
            "         cadastre run resume 42 --skip warm-up"
        })
final class RunResumeVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre run ls` shows it")
    private String id = "";

    @Option(
            names = "--from",
            paramLabel = "STEP",
            description = "skip what is not done before that step, and do all from there again")
    private @Nullable String from;

    @Option(
            names = "--skip",
            paramLabel = "STEP",
            description = "take that step for dealt with; several times for several")
    private List<String> skipped = List.of();

    @Option(names = "--detach", description = "leave it to the server, and do not watch")
    private boolean detached;

    @Mixin private final RunAttaching attaching = new RunAttaching();

    RunResumeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<RunRequest> requests = new ArrayList<>();
        skipped.forEach(step -> requests.add(new RunRequest.Skip(step, Set.of())));
        requests.add(new RunRequest.Resume(from));
        return new RunRequests(session).goOn(id, requests, attaching.attachment(), detached);
    }
}
