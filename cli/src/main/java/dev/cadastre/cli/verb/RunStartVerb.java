package dev.cadastre.cli.verb;

import dev.cadastre.change.plan.Plan;
import dev.cadastre.cli.attach.ServerPlan;
import dev.cadastre.cli.attach.ServerRun;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.offline.Attendance;
import dev.cadastre.cli.offline.OfflinePlan;
import dev.cadastre.cli.offline.OfflineRun;
import dev.cadastre.cli.run.PlanPage;
import dev.cadastre.cli.run.RunPage;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre run start FILE}. */
@Command(
        name = "start",
        description = {
            "Plan a change, show what it would change, and do it if that is agreed to.",
            "Ctrl-C halts the run, a second one stops it. Exit status 1 unless it ends OK."
        },
        footer = {
            "",
            "Example: cadastre run start shop.change --on group:web --canary 1 --why 'release 4.2'",
            "         cadastre run start shop.change --offline --host ops@web1 --yes"
        })
final class RunStartVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final RunChoice choice = new RunChoice();

    @Option(names = "--yes", description = "do not ask")
    private boolean agreed;

    @Option(names = "--detach", description = "leave it to the server, and do not watch")
    private boolean detached;

    @Option(names = "--step", description = "ask before each step")
    private boolean step;

    @Option(
            names = {"-v", "--verbose"},
            description = "show what commands print")
    private boolean verbose;

    RunStartVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (step && !session.surroundings().inIsTerminal()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "There is nobody to ask before each step",
                    "Leave out --step, or run it at a terminal.");
        }
        return choice.isOffline() ? offline() : online();
    }

    private int online() throws InterruptedException {
        ServerPlan wanted = new ServerPlan(session, choice.ofServer());
        Json plan = wanted.look();
        if (!agreed(plan)) {
            return 0;
        }
        ServerRun run = wanted.start(plan, choice.why(), verbose, step);
        session.remark("Run " + run.id());
        if (detached) {
            RunPage.show(session, run.detail());
            return 0;
        }
        return RunPage.ended(session, run.attend());
    }

    /** Whether there is something to do, and it is agreed to. */
    private boolean agreed(Json plan) {
        RunPage.plan(session, plan);
        if (!PlanPage.isAnything(plan)) {
            session.remark("All is as it should be; nothing was started.");
            return false;
        }
        session.confirm("Do this?", agreed);
        return true;
    }

    private int offline() throws InterruptedException {
        OfflinePlan wanted = new OfflinePlan(session, choice.offline());
        Plan plan = wanted.look();
        if (!agreed(wanted.json(plan))) {
            return 0;
        }
        try (OfflineRun run = wanted.begin(plan, new Attendance(verbose, step))) {
            session.remark("Run " + run.id());
            return RunPage.ended(session, run.attend());
        }
    }
}
