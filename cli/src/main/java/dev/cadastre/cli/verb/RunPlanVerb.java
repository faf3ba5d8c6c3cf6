package dev.cadastre.cli.verb;

import dev.cadastre.cli.attach.ServerPlan;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.offline.OfflinePlan;
import dev.cadastre.cli.run.PlanPage;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre run plan FILE}. */
@Command(
        name = "plan",
        description = {
            "Look at hosts, and show what a change would change there.",
            "Exit status 1 if nobody could look at some."
        },
        footer = {
            "",
            "Example: cadastre run plan shop.change --on web1,web2 -p version=4.2",
            "         cadastre run plan shop.change --offline --host ops@web1"
        })
final class RunPlanVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final RunChoice choice = new RunChoice();

    @Option(names = "--show", description = "show the change itself first, as it would be sent")
    private boolean show;

    RunPlanVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Json plan = choice.isOffline() ? ofThisMachine() : ofServer();
        new PlanPage(session.printer()).print(plan);
        return PlanPage.isSeen(plan) ? 0 : 1;
    }

    private Json ofThisMachine() throws InterruptedException {
        OfflinePlan wanted = new OfflinePlan(session, choice.offline());
        show(wanted.given());
        return wanted.json(wanted.look());
    }

    private Json ofServer() throws InterruptedException {
        ServerPlan wanted = new ServerPlan(session, choice.ofServer());
        show(wanted.given());
        return wanted.look();
    }

    private void show(GivenChange given) {
        if (show) {
            try {
                new String(given.folder().content(given.file()), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(session.printer()::line);
                session.printer().line("");
            } catch (IOException e) {
                throw new Failure(
                        Failure.Kind.NO,
                        String.valueOf(e.getMessage()),
                        e,
                        "Let nobody change the file meanwhile.");
            }
        }
    }
}
