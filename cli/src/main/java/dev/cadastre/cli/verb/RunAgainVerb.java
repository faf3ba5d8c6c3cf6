package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre run retry ID} and {@code cadastre run undo ID}: work on hosts begins again. */
@Command
final class RunAgainVerb implements Callable<Integer> {

    private final Session session;
    private final Word word;

    @Parameters(paramLabel = "ID", description = "as `cadastre run ls` shows it")
    private String id = "";

    @Option(names = "--detach", description = "leave it to the server, and do not watch")
    private boolean detached;

    @Mixin private final RunAttaching attaching = new RunAttaching();

    /** What begins. */
    enum Word {
        RETRY("Go on with the hosts that failed, and no others."),
        UNDO("Undo what was changed, the last first.");

        private final String description;

        Word(String description) {
            this.description = description;
        }

        RunRequest request() {
            return switch (this) {
                case RETRY -> new RunRequest.Retry();
                case UNDO -> new RunRequest.Undo();
            };
        }
    }

    private RunAgainVerb(Session session, Word word) {
        this.session = session;
        this.word = word;
    }

    static CommandLine of(Session session, Word word) {
        return RunRequests.verb(new RunAgainVerb(session, word), word.name(), word.description);
    }

    @Override
    public Integer call() throws InterruptedException {
        return new RunRequests(session)
                .goOn(id, List.of(word.request()), attaching.attachment(), detached);
    }
}
