package dev.cadastre.change.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.text.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at all places of a change, and changes nothing. */
public final class Planner {

    private final RunOrder order;
    private final RunPorts ports;
    private final RunView view;
    private final Opener opener;
    private final KeptRoom room = KeptRoom.empty();

    private Planner(RunOrder order, RunPorts ports) {
        this.order = order;
        this.ports = ports;
        RunHead head = order.head();
        this.view = RunView.of(new RunEntry.Begun(ports.clock().instant(), head));
        Tasks tasks = new Tasks(order.change(), head, ports.daemons(), ports.secrets());
        this.opener = new Opener(head, ports, tasks);
    }

    /**
     * The plan of a change. A place that nobody could look at is in it, with the reason.
     *
     * @param order without a plan
     */
    public static Plan plan(RunOrder order, RunPorts ports) throws InterruptedException {
        return new Planner(order, ports).plan();
    }

    private Plan plan() throws InterruptedException {
        List<Callable<PlannedPlace>> looks = new ArrayList<>();
        view.lanes().keySet().forEach(place -> looks.add(() -> safely(place)));
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        order.settings().atOnce(),
                        task -> {
                            Thread thread = new Thread(task, "plan-" + order.change().name());
                            thread.setDaemon(true);
                            return thread;
                        });
        try {
            List<PlannedPlace> places = new ArrayList<>();
            for (Future<PlannedPlace> look : threads.invokeAll(looks)) {
                places.add(look.get());
            }
            return Plan.of(order.change(), order.parameters(), places);
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking ended unexpectedly", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private PlannedPlace safely(Place place) {
        try {
            return place.isLocal() ? local() : host(place);
        } catch (RuntimeException e) {
            return PlannedPlace.unseen(place, Endings.words(e));
        }
    }

    private PlannedPlace local() {
        Opener.Local local = opener.local(view);
        HostSession.Looking looking =
                local.tasks().isEmpty()
                        ? new HostSession.Looked(Map.of())
                        : ports.local().look(local.tasks());
        return planned(Place.LOCAL, looking, local.digests());
    }

    private PlannedPlace host(Place place) {
        Opener.Prepared prepared = opener.prepared(place, view);
        try (HostSession session = ports.hosts().session(place.host())) {
            Bundle bundle = new Bundle(view.head().bundle(), prepared.scripts());
            return planned(place, session.look(bundle), prepared.digests());
        }
    }

    private PlannedPlace planned(
            Place place, HostSession.Looking looking, Map<Integer, String> digests) {
        if (looking instanceof HostSession.Looked looked) {
            return PlannedPlace.of(place, all(place, looked.answers(), digests));
        }
        return PlannedPlace.unseen(
                place,
                looking instanceof HostSession.Refused refused
                        ? refused.reason()
                        : ((HostSession.OutOfReach) looking).reason());
    }

    private List<PlannedJob> all(
            Place place, Map<Integer, ScriptAnswer> answers, Map<Integer, String> digests) {
        List<PlannedJob> seen = opener.seen(place, view, answers, digests);
        Masking masking = ports.secrets().masking();
        List<PlannedJob> all = new ArrayList<>();
        for (String job : view.lane(place).jobs().keySet()) {
            all.add(
                    seen.stream()
                            .filter(planned -> planned.job().equals(job))
                            .map(planned -> room.kept(place, masked(planned, masking)))
                            .findFirst()
                            .orElseGet(
                                    () -> PlannedJob.engine(job, view.head().job(job).summary())));
        }
        return all;
    }

    private static PlannedJob masked(PlannedJob job, Masking masking) {
        return new PlannedJob(
                job.job(),
                job.effect(),
                masking.masked(job.reason()),
                job.basis(),
                job.script(),
                job.wishes().stream().map(masking::masked).toList(),
                job.differences().stream().map(masking::masked).toList());
    }
}
