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
import java.util.Set;

/** The runs of one revision of an app: looked at together, and done one after the other. */
final class AppRuns {

    private final Session session;
    private final List<Step> steps = new ArrayList<>();

    /** The server undoes these by itself if they fail. */
    private static final Set<String> OF_WHAT_IS_THERE = Set.of("UPGRADE", "CONFIGURE");

    private static final Set<String> FAILURES = Set.of("FAILED", "ERROR", "TIMED_OUT");

    private record Step(String what, boolean comesBack, PlannedRun run) {}

    /**
     * Those of a plan.
     *
     * @param secrets of which a person types each once
     */
    AppRuns(Session session, Json plan, RunSecrets secrets) {
        this.session = session;
        for (Json step : plan.list("steps")) {
            String id = step.text("plan").orElse("");
            boolean comesBack = OF_WHAT_IS_THERE.contains(step.text("step").orElse(""));
            steps.add(
                    new Step(AppPage.step(step), comesBack, new PlannedRun(session, id, secrets)));
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
            Json detail = run.attend();
            int status = ended(detail);
            if (status != 0) {
                if (step.comesBack() && hasFailed(detail)) {
                    new Undoing(session).attend(run);
                }
                tellLeft(steps.subList(steps.indexOf(step) + 1, steps.size()));
                return status;
            }
        }
        return 0;
    }

    private static boolean hasFailed(Json detail) {
        return detail.text("run", "phase").orElse("").equals("FINISHED")
                && FAILURES.contains(detail.text("run", "status").orElse(""));
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
