package dev.cadastre.cli.verb;

import dev.cadastre.cli.attach.Attachment;
import dev.cadastre.cli.attach.ServerRun;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre run step ID}. */
@Command(
        name = "step",
        description = "Agree to the steps that a server's run waits with, as --step has it do.",
        footer = {"", "Example: cadastre run step 42", "         cadastre run step 42 --all"})
final class RunStepVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "as `cadastre run ls` shows it")
    private String id = "";

    @Option(names = "--all", description = "agree to all that follow, too")
    private boolean all;

    RunStepVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Attachment attachment = new Attachment(false, false, null, null);
        List<String> steps = new ServerRun(session, id, attachment).agree(all);
        steps.forEach(session.printer()::line);
        if (steps.isEmpty()) {
            session.remark("Run %s waits for nobody to agree to a step.".formatted(id));
        }
        return steps.isEmpty() ? 1 : 0;
    }
}
