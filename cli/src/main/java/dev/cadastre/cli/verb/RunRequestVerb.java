package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre run halt ID}, and all that is asked for in one word. */
@Command
final class RunRequestVerb implements Callable<Integer> {

    private final Session session;
    private final Word word;

    @Parameters(paramLabel = "ID", description = "as `cadastre run ls` shows it")
    private String id = "";

    @Option(
            names = {"-v", "--verbose"},
            description = "show what commands print")
    private boolean verbose;

    /** What can be asked for. */
    enum Word {
        HALT("Begin nothing more; what runs comes to its end.", false),
        STOP("Begin nothing more, and end what runs.", false),
        APPROVE("Approve a run that another person started.", true),
        RELEASE("Give up: remove what the run keeps on hosts, and with it their locks.", true);

        private final String description;
        private final boolean goesOn;

        Word(String description, boolean goesOn) {
            this.description = description;
            this.goesOn = goesOn;
        }

        RunRequest request() {
            return switch (this) {
                case HALT -> new RunRequest.Halt();
                case STOP -> new RunRequest.Stop();
                case APPROVE -> new RunRequest.Approve();
                case RELEASE -> new RunRequest.Release();
            };
        }
    }

    private RunRequestVerb(Session session, Word word) {
        this.session = session;
        this.word = word;
    }

    static CommandLine of(Session session, Word word) {
        return RunRequests.verb(new RunRequestVerb(session, word), word.name(), word.description);
    }

    @Override
    public Integer call() throws InterruptedException {
        return new RunRequests(session).ask(id, List.of(word.request()), word.goesOn, verbose);
    }
}
