package dev.cadastre.server.change.running;

import dev.cadastre.change.Change;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.LocalJobs;
import dev.cadastre.change.run.Planner;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunOrder;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Task;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.PlanOrder;
import dev.cadastre.server.change.PlanState;
import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.change.archive.ChangeReader;
import dev.cadastre.server.change.archive.UnpackedChange;
import dev.cadastre.server.change.asking.Ask;
import dev.cadastre.server.change.asking.AskBoard;
import dev.cadastre.server.change.keeping.PlanTable;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Plans: a change is read, and all its hosts are looked at, by a thread of its own. To plan takes
 * running where it is to be done, since looking runs scripts there. Thread-safe.
 */
@NamedInterface("running")
@Service
public class Plans implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Plans.class);

    /** What is done by a command line is looked at by it, when the run gets there. */
    static final LocalJobs LATER =
            new LocalJobs() {
                @Override
                public HostSession.Looking look(List<Task> tasks) {
                    return new HostSession.OutOfReach(
                            "what is done on the machine of whoever runs it is looked at there,"
                                    + " when the run gets to it");
                }

                @Override
                public HostSession.Running run(
                        Task task, String basis, Consumer<String> output, StopSignal stop) {
                    throw new IllegalStateException("a plan runs nothing: " + task.name());
                }
            };

    private final PlanTable table;
    private final Archives archives;
    private final ChangeReader changes;
    private final RunValues values;
    private final RunOpening opening;
    private final Concerned concerned;
    private final Clock clock;
    private final Map<UUID, AskBoard> looking = new ConcurrentHashMap<>();
    private volatile boolean running;

    Plans(
            PlanTable table,
            Archives archives,
            ChangeReader changes,
            RunValues values,
            RunOpening opening,
            Concerned concerned,
            Clock clock) {
        this.table = table;
        this.archives = archives;
        this.changes = changes;
        this.values = values;
        this.opening = opening;
        this.concerned = concerned;
        this.clock = clock;
    }

    /**
     * Begins to plan.
     *
     * @throws ChangeRefused if the change or what it is given is wrong, with all that is
     * @throws dev.cadastre.server.access.NotAllowed if the actor may not run it somewhere
     */
    public ChangePlan plan(PlanOrder order) {
        Map<String, String> environments = environments(order);
        List<String> all = environments.values().stream().distinct().sorted().toList();
        concerned.requireRun(all);
        UnpackedChange files = archives.open(order.archive());
        boolean begun = false;
        try {
            String file = changes.file(files.files(), order.file());
            GivenValues given = values.of(environments.keySet(), order.parameters(), order.task());
            Change change = read(files, file, given);
            ChangePlan plan = plan(order, file, change, environments, all);
            table.add(plan);
            begun = true;
            begin(plan, change, files, given);
            return plan;
        } finally {
            if (!begun) {
                files.close();
            }
        }
    }

    private Map<String, String> environments(PlanOrder order) {
        List<ChangeProblem> problems = new ArrayList<>();
        String q = order.q();
        if ((q == null) == order.hosts().isEmpty()) {
            problems.add(
                    new ChangeProblem(
                            "plan.hosts-wrong",
                            "hosts",
                            q == null
                                    ? "It is not said where the change is to be done."
                                    : "There are both a query and names of hosts.",
                            "Write q or hosts."));
        }
        order.parameters()
                .forEach((key, value) -> {
                    if (!key.matches("[a-z0-9._-]{1,100}") || value.length() > 10_000) {
                        problems.add(
                                new ChangeProblem(
                                        "plan.parameter-wrong",
                                        "parameters." + key,
                                        "That cannot be a parameter.",
                                        "Its name has lower-case letters, digits, dots, dashes and"
                                                + " underscores, its value at most 10,000"
                                                + " characters."));
                    }
                });
        if (!problems.isEmpty()) {
            throw new ChangeRefused(Reason.INVALID, problems);
        }
        return q == null ? concerned.named(order.hosts()) : concerned.found(q);
    }

    private Change read(UnpackedChange files, String file, GivenValues given) {
        ChangeFile read = changes.read(files.files(), file, given.alike());
        changes.check(read, files.files(), given.ofHosts());
        return read.change();
    }

    private ChangePlan plan(
            PlanOrder order,
            String file,
            Change change,
            Map<String, String> hosts,
            List<String> environments) {
        RunSettings settings =
                concerned.needsApproval(environments)
                        ? order.settings().approved()
                        : order.settings();
        return new ChangePlan(
                UUID.randomUUID(),
                order.archive(),
                file,
                change.name(),
                change.summary(),
                order.parameters(),
                settings,
                environments,
                List.copyOf(hosts.keySet()),
                change.jobs().stream().map(JobLine::of).toList(),
                PlanState.LOOKING,
                "",
                List.of(),
                "",
                concerned.actor(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                order.task());
    }

    private void begin(ChangePlan plan, Change change, UnpackedChange files, GivenValues given) {
        AskBoard asks = new AskBoard(change, clock);
        looking.put(plan.id(), asks);
        Thread.ofVirtual()
                .name("plan-" + plan.id())
                .start(() -> {
                    try (files) {
                        look(plan, change, files, given, asks);
                    } finally {
                        looking.remove(plan.id());
                        asks.close();
                    }
                });
    }

    private void look(
            ChangePlan plan,
            Change change,
            UnpackedChange files,
            GivenValues given,
            AskBoard asks) {
        try {
            RunOrder order =
                    new RunOrder(
                            plan.id().toString(),
                            plan.madeBy(),
                            "",
                            change,
                            plan.hosts(),
                            plan.parameters(),
                            plan.settings(),
                            null);
            Plan made =
                    Planner.plan(order, opening.ports(files, given, asks, LATER, RunListener.NONE));
            table.ready(plan.id(), made.places(), made.digest());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("Plan {} of {} does not come about", plan.id(), plan.change(), e);
            if (running) {
                table.failed(plan.id(), "The server failed: " + e.getMessage());
            }
        }
    }

    /** The plan of that id, if all its environments are within reach. */
    public Optional<ChangePlan> find(UUID id, Reach reach) {
        return table.find(id)
                .filter(plan -> plan.environments().stream().allMatch(reach::covers))
                .filter(plan -> !plan.environments().isEmpty() || reach.equals(Reach.ALL));
    }

    /** The same once it is known what would be done, or after that time. */
    public Optional<ChangePlan> await(UUID id, Duration patience, Reach reach)
            throws InterruptedException {
        AskBoard asks = looking.get(id);
        Optional<ChangePlan> known = find(id, reach);
        if (asks == null && known.filter(plan -> plan.state() == PlanState.LOOKING).isPresent()) {
            // Nobody looks any more, which could not be written down at the time.
            table.failed(id, "What was seen could not be kept; plan again.");
        }
        if (asks != null && known.isPresent()) {
            asks.awaitClosed(patience);
        }
        return find(id, reach);
    }

    /** What the looks of a plan wait for. */
    public List<Ask> asks(UUID id, Duration patience, Reach reach) throws InterruptedException {
        Optional<AskBoard> asks = board(id, reach);
        if (asks.isPresent()) {
            asks.get().attach(concerned.actor());
            asks.get().await(patience, () -> false);
        }
        return asks.map(AskBoard::open).orElse(List.of());
    }

    /**
     * Gives a secret that the looks of a plan wait for.
     *
     * @param value null if nobody knows it
     * @throws ChangeRefused if it is not asked for
     */
    public void give(UUID id, String name, @Nullable String value, Reach reach) {
        board(id, reach)
                .orElseThrow(() ->
                        new ChangeProblem(
                                        "run.not-asked",
                                        "name",
                                        "Nothing is asked for: hosts have been looked at.",
                                        "Start the plan.")
                                .as(Reason.CONFLICT))
                .give(name, value);
    }

    private Optional<AskBoard> board(UUID id, Reach reach) {
        ChangePlan plan = find(id, reach).orElseThrow(() -> unknown(id));
        concerned.requireRun(plan.environments());
        return Optional.ofNullable(looking.get(id));
    }

    /** The refusal of what is about a plan that is not there. */
    static ChangeRefused unknown(UUID id) {
        return new ChangeProblem(
                        "plan.unknown",
                        "plan",
                        "There is no plan " + id + ".",
                        "Make one at /api/v1/plans.")
                .as(Reason.UNKNOWN);
    }

    /** Whether somebody with that reach may have an archive. */
    public boolean mayHave(String digest, Reach reach) {
        return archives.sender(digest).filter(concerned.actor()::equals).isPresent()
                || (archives.has(digest) && table.isPlanned(digest, reach));
    }

    @Override
    public void start() {
        table.failLooking("The server was stopped while hosts were looked at; plan again.");
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        looking.values().forEach(AskBoard::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
