package dev.cadastre.server.change.telling;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.ChangeRun.RunHost;
import dev.cadastre.server.change.keeping.EntryTable;
import dev.cadastre.server.change.keeping.RunTable;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.Collections;
import dev.cadastre.server.parcels.app.AppTask;
import dev.cadastre.server.topology.telling.Deployments;
import dev.cadastre.server.topology.telling.MapRefused;
import dev.cadastre.server.topology.telling.NewDeployment;
import dev.cadastre.server.topology.telling.UndoneDeployments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the map of what a run has deployed or undone, and has its hosts collected. That it is still
 * to be told stands beside the journal; a server that stops in between tells it later. Thread-safe.
 */
@Component
public class RunEndings {

    private static final Logger log = LoggerFactory.getLogger(RunEndings.class);

    private final RunTable runs;
    private final EntryTable entries;
    private final Deployments deployments;
    private final UndoneDeployments undone;
    private final Collections collections;
    private final Estate estate;
    private final AppEndings apps;
    private final Access access;
    private final ReentrantLock turn = new ReentrantLock();

    RunEndings(
            RunTable runs,
            EntryTable entries,
            Deployments deployments,
            UndoneDeployments undone,
            Collections collections,
            Estate estate,
            AppEndings apps,
            Access access) {
        this.runs = runs;
        this.entries = entries;
        this.deployments = deployments;
        this.undone = undone;
        this.collections = collections;
        this.estate = estate;
        this.apps = apps;
        this.access = access;
    }

    /**
     * Tells of all that have ended and of which nothing was told yet; of none as long as the map is
     * being loaded, for which nobody has to wait, as they are told of later.
     */
    public void tellAll() {
        if (!deployments.areTaken()) {
            return;
        }
        turn.lock();
        try {
            tellEach();
        } finally {
            turn.unlock();
        }
    }

    private void tellEach() {
        for (long id : runs.unsettled()) {
            try {
                access.asSystem(() -> tell(id));
            } catch (RuntimeException e) {
                log.warn("What run {} has deployed is told later", id, e);
            }
        }
    }

    private void tell(long id) {
        ChangeRun run = runs.find(id).orElseThrow();
        RunView view = RunView.of(entries.read(id));
        Optional<AppTask> task = apps.task(run);
        deployed(run, view, task);
        collect(view);
        task.ifPresent(one -> apps.ended(one, run, view));
        runs.settle(id, run.revision());
    }

    /** What was undone is no longer what is deployed there. */
    private void deployed(ChangeRun run, RunView view, Optional<AppTask> task) {
        boolean isUndone = view.isUndoing();
        Set<String> concerned = runs.hosts(run.id(), isUndone);
        Map<String, List<String>> done = new TreeMap<>();
        for (RunHost host : run.hosts()) {
            Lane lane = view.lanes().get(Place.host(host.host()));
            if (lane != null
                    && concerned.contains(host.host())
                    && (isUndone ? isUndone(lane) : isDeployed(lane, task.isPresent()))) {
                done.computeIfAbsent(host.environment(), _ -> new ArrayList<>()).add(host.host());
            }
        }
        done.forEach((environment, hosts) -> {
            NewDeployment usual = deployment(run, view, environment, hosts);
            task.map(one -> apps.deployment(one, usual))
                    .orElse(Optional.of(usual))
                    .ifPresent(told -> tell(run, view, told));
        });
    }

    /**
     * All was done there, and some of it by the run. An app is there also where it had been before
     * anybody told the register.
     */
    private static boolean isDeployed(Lane lane, boolean isApp) {
        return lane.jobs().values().stream().allMatch(Cell::isDone)
                && (isApp || lane.jobs().values().stream().anyMatch(Cell::changed));
    }

    /** All was undone there that there was to undo. */
    private static boolean isUndone(Lane lane) {
        return lane.jobs().entrySet().stream()
                .filter(job -> job.getValue().mayHaveChanged())
                .map(job -> lane.undone().get(job.getKey()))
                .allMatch(cell -> cell != null && cell.isDone());
    }

    private void tell(ChangeRun run, RunView view, NewDeployment deployment) {
        try {
            if (view.isUndoing()) {
                undone.tell(deployment);
            } else {
                deployments.tell(deployment, false);
            }
            runs.told(run.id(), deployment.hosts(), !view.isUndoing());
        } catch (MapRefused e) {
            // The map has its own rules for names, by which a run is none the worse.
            log.info("The map does not take what run {} deployed: {}", run.id(), e.getMessage());
        }
    }

    private static NewDeployment deployment(
            ChangeRun run, RunView view, String environment, List<String> hosts) {
        return new NewDeployment(
                "run-%s-%d-%s".formatted(run.name(), run.revision(), environment),
                run.change(),
                environment,
                view.head().parameters().get("version"),
                hosts,
                false,
                run.who(),
                "cadastre",
                Long.toString(run.id()),
                null,
                view.head().parameters(),
                null,
                List.of());
    }

    private void collect(RunView view) {
        Set<String> names = new TreeSet<>();
        for (String host : view.head().hosts()) {
            estate.host(host)
                    .filter(DeclaredHost::isConnectedTo)
                    .map(DeclaredHost::name)
                    .ifPresent(names::add);
        }
        if (!names.isEmpty()) {
            collections.collect(names, null);
        }
    }
}
