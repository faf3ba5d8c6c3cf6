package dev.cadastre.server.change.apps;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.running.Runs;
import dev.cadastre.server.change.telling.AppTaskEnded;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Undoes what did not come about: a configuration or version that fails leaves the app as it was,
 * and with the last run of a revision those before it are undone.
 */
@Component
class AppUndoing {

    private static final Logger log = LoggerFactory.getLogger(AppUndoing.class);

    /** What a person stopped is left to them. */
    private static final Set<Status> FAILURES =
            EnumSet.of(Status.FAILED, Status.ERROR, Status.TIMED_OUT);

    private static final Set<Step> OF_WHAT_IS_THERE = EnumSet.of(Step.UPGRADE, Step.CONFIGURE);

    private final Apps apps;
    private final AppPlans plans;
    private final Runs runs;

    AppUndoing(Apps apps, AppPlans plans, Runs runs) {
        this.apps = apps;
        this.plans = plans;
        this.runs = runs;
    }

    @EventListener
    void ended(AppTaskEnded ended) {
        if (ended.undone() && ended.status() == Status.OK) {
            before(ended);
        } else if (!ended.undone()
                && FAILURES.contains(ended.status())
                && OF_WHAT_IS_THERE.contains(ended.task().step())) {
            undo(ended.run());
        }
    }

    private void before(AppTaskEnded ended) {
        AppRevision revision = apps.revision(ended.task().revision());
        List<Long> done = plans.runsOf(revision);
        int at = done.indexOf(ended.run());
        if (at > 0) {
            undo(done.get(at - 1));
        }
    }

    private void undo(long run) {
        try {
            runs.request(run, new RunRequest.Undo(), Reach.ALL);
        } catch (ChangeRefused e) {
            log.info("Run {} is not undone: {}", run, e.getMessage());
        }
    }
}
