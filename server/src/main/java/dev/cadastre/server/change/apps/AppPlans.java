package dev.cadastre.server.change.apps;

import dev.cadastre.change.run.RunRequest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.PlanOrder;
import dev.cadastre.server.change.TaskRun;
import dev.cadastre.server.change.keeping.PlanTable;
import dev.cadastre.server.change.running.Concerned;
import dev.cadastre.server.change.running.Plans;
import dev.cadastre.server.change.running.Runs;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppOrder;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.AppTask;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.parcels.app.Proposal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Plans what an app needs to become what somebody wants, and undoes it. To plan takes running where
 * it is to be done. Thread-safe.
 */
@NamedInterface("apps")
@Service
public class AppPlans {

    private final Apps apps;
    private final ParcelArchives archives;
    private final Plans plans;
    private final Runs runs;
    private final PlanTable table;
    private final Concerned concerned;

    AppPlans(
            Apps apps,
            ParcelArchives archives,
            Plans plans,
            Runs runs,
            PlanTable table,
            Concerned concerned) {
        this.apps = apps;
        this.archives = archives;
        this.plans = plans;
        this.runs = runs;
        this.table = table;
        this.concerned = concerned;
    }

    /**
     * Works out what is to be done, and begins to plan it.
     *
     * @throws dev.cadastre.server.parcels.ParcelRefused if the app cannot be so, with all reasons
     * @throws ChangeRefused if a change of its parcel cannot be done, with all reasons
     * @throws dev.cadastre.server.access.NotAllowed if the actor may not run changes there
     */
    public PlannedApp plan(AppWish wish) {
        AppName app = wish.order().app();
        concerned.requireRun(List.of(app.environment()));
        Proposal proposal = apps.propose(wish.order().on(hosts(wish, app)));
        boolean isPlanned = false;
        try {
            Map<Long, UUID> planned = new HashMap<>();
            for (AppTask task : proposal.revision().tasks()) {
                planned.put(task.id(), plans.plan(order(task, wish)).id());
            }
            isPlanned = true;
            return new PlannedApp(proposal, planned);
        } finally {
            if (!isPlanned) {
                apps.withdraw(proposal.revision());
            }
        }
    }

    /** The names of its hosts, all of which are in its environment; none if they stay. */
    private List<String> hosts(AppWish wish, AppName app) {
        AppOrder order = wish.order();
        String q = wish.q();
        if (q == null && order.hosts().isEmpty()) {
            return List.of();
        }
        if (q != null && !order.hosts().isEmpty()) {
            throw new ChangeProblem(
                            "plan.hosts-wrong",
                            "hosts",
                            "There are both a query and names of hosts.",
                            "Write q or hosts.")
                    .as(Reason.INVALID);
        }
        Map<String, String> environments =
                q == null ? concerned.named(order.hosts()) : concerned.found(q);
        List<ChangeProblem> elsewhere = new ArrayList<>();
        environments.forEach((host, environment) -> {
            if (!environment.equals(app.environment())) {
                elsewhere.add(
                        new ChangeProblem(
                                "app.host-elsewhere",
                                q == null ? "hosts" : "q",
                                "The host %s is in %s, and %s is of %s."
                                        .formatted(host, environment, app, app.environment()),
                                "Name hosts of that environment, as by env:%s."
                                        .formatted(app.environment())));
            }
        });
        if (!elsewhere.isEmpty()) {
            throw new ChangeRefused(Reason.INVALID, elsewhere);
        }
        return environments.keySet().stream().sorted().toList();
    }

    private PlanOrder order(AppTask task, AppWish wish) {
        return new PlanOrder(
                archives.of(task.parcel()),
                task.file(),
                null,
                task.hosts(),
                Map.of(
                        "app", task.app().name(),
                        "parcel", task.parcel().name(),
                        "version", task.parcel().version()),
                wish.settings(),
                task.id());
    }

    /** What carries out these tasks, by the task's id; none for those that nobody planned. */
    public Map<Long, TaskRun> runs(Collection<Long> tasks) {
        return table.ofTasks(tasks);
    }

    /**
     * Undoes what was done to an app last.
     *
     * @return the revision whose run is being undone
     * @throws ChangeRefused if there is nothing to undo, or it cannot be
     */
    public AppRevision undo(AppName app, Reach reach) {
        concerned.requireRun(List.of(app.environment()));
        AppRevision last = apps.lastBegun(app).orElseThrow(() -> nothing(app));
        List<Long> done = runsOf(last);
        if (done.isEmpty()) {
            throw nothing(app);
        }
        runs.request(done.getLast(), new RunRequest.Undo(), reach);
        return last;
    }

    /** The ids of a revision's runs, in the order of its tasks. */
    List<Long> runsOf(AppRevision revision) {
        Map<Long, TaskRun> known = runs(revision.tasks().stream().map(AppTask::id).toList());
        return revision.tasks().stream()
                .map(task -> Optional.ofNullable(known.get(task.id())))
                .flatMap(Optional::stream)
                .flatMap(one -> Optional.ofNullable(one.run()).stream())
                .toList();
    }

    private static ChangeRefused nothing(AppName app) {
        return new ChangeProblem(
                        "app.nothing-to-undo",
                        "app",
                        "Nothing was done to %s that could be undone.".formatted(app),
                        "See its revisions.")
                .as(Reason.CONFLICT);
    }

    /** What of an app a plan does; empty for a change by itself. */
    Optional<AppTask> taskOf(ChangePlan plan) {
        return Optional.ofNullable(plan.task()).flatMap(apps::task);
    }
}
