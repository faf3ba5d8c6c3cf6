package dev.cadastre.cli.app;

import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.cli.attach.PlannedRun;
import dev.cadastre.cli.attach.ServerRun;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.run.PlanPage;
import dev.cadastre.cli.run.RunPage;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.List;

/** The runs of one revision of an app: looked at together, and done one after the other. */
final class AppRuns {

    private final Session session;
    private final List<Step> steps = new ArrayList<>();

    private record Step(String what, PlannedRun run) {}

    /**
     * Those of a plan.
     *
     * @param secrets of which a person types each once
     */
    AppRuns(Session session, Json plan, RunSecrets secrets) {
        this.session = session;
        for (Json step : plan.list("steps")) {
            String id = step.text("plan").orElse("");
            steps.add(new Step(AppPage.step(step), new PlannedRun(session, id, secrets)));
        }
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * Shows what each would do.
     *
     * @return whether somebody could look at all hosts
     */
    boolean show() throws InterruptedException {
        boolean isSeen = true;
        int number = 1;
        for (Step step : steps) {
            Json plan = step.run().look();
            isSeen &= PlanPage.isSeen(plan);
            if (session.printer().format() == Format.TABLE) {
                session.printer().line("%d. %s".formatted(number++, step.what()));
                RunPage.plan(session, plan);
            }
        }
        return isSeen;
    }

    /**
     * Does them, up to the first that does not end well.
     *
     * @return the exit status
     */
    int carryOut(Manner manner) throws InterruptedException {
        if (manner.detached()) {
            return detach(manner);
        }
        for (Step step : steps) {
            session.remark(step.what());
            ServerRun run = step.run().start(manner.why(), manner.stepwise(), manner.attachment());
            session.remark("Run " + run.id());
            int status = ended(run.attend());
            if (status != 0) {
                tellLeft(steps.subList(steps.indexOf(step) + 1, steps.size()));
                return status;
            }
        }
        return 0;
    }

    private int ended(Json detail) {
        return session.printer().format() == Format.TABLE
                ? RunPage.ended(session, detail)
                : RunPage.told(session, detail);
    }

    private void tellLeft(List<Step> left) {
        left.forEach(step -> session.remark("Not started: " + step.what()));
    }

    private int detach(Manner manner) {
        if (steps.size() > 1) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "It takes %d runs, and nobody would start the second".formatted(steps.size()),
                    "Leave out --detach.");
        }
        ServerRun run =
                steps.getFirst().run().start(manner.why(), manner.stepwise(), manner.attachment());
        session.remark("Run " + run.id());
        return 0;
    }
}
