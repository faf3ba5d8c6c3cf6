package dev.cadastre.server.change.telling;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.keeping.PlanTable;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.AppTask;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.Ending;
import dev.cadastre.server.topology.telling.NewDeployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What runs of apps make of these, and of the map. */
@Component
class AppEndings {

    private final PlanTable plans;
    private final Apps apps;
    private final ApplicationEventPublisher publisher;

    AppEndings(PlanTable plans, Apps apps, ApplicationEventPublisher publisher) {
        this.plans = plans;
        this.apps = apps;
        this.publisher = publisher;
    }

    /** What of an app a run did; empty for a change by itself. */
    Optional<AppTask> task(ChangeRun run) {
        return plans.find(run.plan()).map(ChangePlan::task).flatMap(apps::task);
    }

    /**
     * What the map is told of the app; empty where it was taken away, or where the run changed
     * another one for its sake, which is what it was.
     */
    Optional<NewDeployment> deployment(AppTask task, NewDeployment usual) {
        return switch (task.step()) {
            case INSTALL, UPGRADE, CONFIGURE -> Optional.of(told(task, usual));
            case BIND, UNBIND, REMOVE, PURGE -> Optional.empty();
        };
    }

    private NewDeployment told(AppTask task, NewDeployment usual) {
        AppRevision revision = apps.revision(task.revision());
        return new NewDeployment(
                usual.key(),
                task.app().name(),
                usual.environment(),
                task.parcel().version(),
                usual.hosts(),
                usual.hosts().containsAll(revision.hosts()),
                usual.by(),
                usual.tool(),
                usual.run(),
                usual.link(),
                Map.of("parcel", task.parcel().name()),
                revision.bindings().stream()
                        .map(one -> one.provider().asset().toString())
                        .distinct()
                        .toList(),
                List.of(task.app().name()),
                apps.owner(revision).orElse(null));
    }

    /** The app is told, and then those who listen. */
    void ended(AppTask task, ChangeRun run, RunView view) {
        apps.ended(task.id(), ending(run, view), run.reason());
        publisher.publishEvent(new AppTaskEnded(task, run.id(), run.status(), view.isUndoing()));
    }

    private static Ending ending(ChangeRun run, RunView view) {
        if (run.status() != Status.OK) {
            return Ending.FAILED;
        }
        return view.isUndoing() ? Ending.UNDONE : Ending.DONE;
    }
}
