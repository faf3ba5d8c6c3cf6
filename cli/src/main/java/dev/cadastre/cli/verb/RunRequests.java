package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.attach.Attachment;
import dev.cadastre.cli.attach.ServerRun;
import dev.cadastre.cli.offline.Attendance;
import dev.cadastre.cli.offline.OfflineRun;
import dev.cadastre.cli.offline.OfflineRuns;
import dev.cadastre.cli.run.RunJson;
import dev.cadastre.cli.run.RunPage;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Asks for something of a run, and goes on with it if this machine carries it out. */
final class RunRequests {

    private static final Attachment NOT_ATTACHED = new Attachment(false, false, null, null);

    private final Session session;

    RunRequests(Session session) {
        this.session = session;
    }

    /** Asks for some things after one another; the exit status. */
    int ask(String id, List<RunRequest> requests, boolean goesOn, boolean verbose)
            throws InterruptedException {
        if (!OfflineRuns.isOffline(id)) {
            ServerRun run = asked(id, requests, NOT_ATTACHED);
            RunPage.show(session, run.detail());
            return 0;
        }
        return ofThisMachine(id, requests, goesOn, verbose);
    }

    /** The same with work that begins again; watches it, unless it is left to a server. */
    int goOn(String id, List<RunRequest> requests, Attachment attachment, boolean detached)
            throws InterruptedException {
        if (detached && OfflineRuns.isOffline(id)) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "Nobody but this machine carries %s out".formatted(id),
                    "Leave out --detach.");
        }
        if (detached) {
            return ask(id, requests, true, attachment.verbose());
        }
        return OfflineRuns.isOffline(id)
                ? ofThisMachine(id, requests, true, attachment.verbose())
                : RunPage.ended(session, asked(id, requests, attachment).attend());
    }

    private int ofThisMachine(String id, List<RunRequest> requests, boolean goesOn, boolean verbose)
            throws InterruptedException {
        boolean ends = requests.stream().anyMatch(RunRequests::ends);
        if (ends && OfflineRun.ask(session, id, requests.getFirst())) {
            session.remark("The process that runs it was asked to.");
            return 0;
        }
        try (OfflineRun run = OfflineRun.take(session, id, new Attendance(verbose, false))) {
            requests.forEach(run::request);
            if (goesOn) {
                run.goOn();
                return RunPage.ended(session, run.attend());
            }
            RunPage.show(session, RunJson.detail(run.view()));
            return 0;
        }
    }

    private ServerRun asked(String id, List<RunRequest> requests, Attachment attachment) {
        ServerRun run = new ServerRun(session, id, attachment);
        requests.forEach(run::request);
        return run;
    }

    private static boolean ends(RunRequest request) {
        return request instanceof RunRequest.Halt || request instanceof RunRequest.Stop;
    }

    /** A verb whose name is the word of what it asks for. */
    static CommandLine verb(Callable<Integer> verb, String word, String description) {
        String name = word.toLowerCase(Locale.ROOT);
        CommandLine command = new CommandLine(verb);
        command.getCommandSpec().name(name);
        command.getCommandSpec()
                .usageMessage()
                .description(description)
                .footer("", "Example: cadastre run " + name + " 42");
        return command;
    }
}
