package dev.cadastre.server.change.running;

import dev.cadastre.change.Change;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.ChangeDigest;
import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.run.Refusal;
import dev.cadastre.change.run.RequestRules;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunOrder;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.ChangeRun.RunHost;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.TaskRun;
import dev.cadastre.server.change.keeping.PlanTable;
import dev.cadastre.server.change.keeping.RunTable;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.AppTask;
import dev.cadastre.server.parcels.app.Apps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Starts runs, and takes what people ask of them; both take running in all environments that the
 * run concerns. A run that nobody is at work on, since the server was stopped or it has rested, is
 * taken up by what is asked of it. Thread-safe.
 */
@NamedInterface("running")
@Service
public class Runs {

    private static final Logger log = LoggerFactory.getLogger(Runs.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PlanTable plans;
    private final RunTable table;
    private final RunLookup lookup;
    private final RunOpening opening;
    private final Executions executions;
    private final Journals journals;
    private final Concerned concerned;
    private final Apps apps;
    private final Access access;
    private final Clock clock;

    Runs(
            PlanTable plans,
            RunTable table,
            RunLookup lookup,
            RunOpening opening,
            Executions executions,
            Journals journals,
            Concerned concerned,
            Apps apps,
            Access access,
            Clock clock) {
        this.plans = plans;
        this.table = table;
        this.lookup = lookup;
        this.opening = opening;
        this.executions = executions;
        this.journals = journals;
        this.concerned = concerned;
        this.apps = apps;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Starts what was planned. It begins at once, unless a second person has to approve it.
     *
     * @param why what for; may be empty
     * @param stepwise whether somebody has to agree to each step before it is done
     * @throws ChangeRefused if there is no such plan, it is carried out already, or it cannot be
     */
    public ChangeRun start(UUID id, String why, boolean stepwise, Reach reach) {
        ChangePlan plan =
                plans.find(id)
                        .filter(one ->
                                reach.equals(Reach.ALL)
                                        || (!one.environments().isEmpty()
                                                && one.environments().stream()
                                                        .allMatch(reach::covers)))
                        .orElseThrow(() -> Plans.unknown(id));
        concerned.requireRun(plan.environments());
        Map<String, String> hosts = concerned.named(plan.hosts());
        List<String> environments = hosts.values().stream().distinct().sorted().toList();
        concerned.requireRun(environments);
        StartRules.check(plan, why);
        if (plan.task() != null) {
            apps.began(plan.task()).ifPresent(this::giveUp);
        }
        ChangeRun run = run(plan, why.strip(), hosts, environments);
        begin(run, plan, stepwise);
        access.audit(
                "run.start",
                "run:" + run.id(),
                environments.size() == 1 ? environments.getFirst() : null,
                "done");
        return lookup.find(run.id(), reach).orElse(run);
    }

    /** Runs that failed keep their hosts, and whoever has the app done anew needs these. */
    private void giveUp(AppRevision failed) {
        plans.ofTasks(failed.tasks().stream().map(AppTask::id).toList()).values().stream()
                .map(TaskRun::run)
                .filter(Objects::nonNull)
                .forEach(this::giveUp);
    }

    private void giveUp(long run) {
        try {
            request(run, new RunRequest.Release(), Reach.ALL);
            executions.find(run).ifPresent(one -> one.isClosedWithin(PATIENCE));
        } catch (ChangeRefused e) {
            log.debug("Run {} is not given up: {}", run, e.getMessage());
        }
    }

    /** Whether the actor may run what was planned; to offer it, not to guard it. */
    public boolean mayStart(ChangePlan plan) {
        return concerned.mayRun(plan.environments());
    }

    private ChangeRun run(
            ChangePlan plan, String why, Map<String, String> hosts, List<String> environments) {
        long id = table.nextId();
        return new ChangeRun(
                id,
                // Other servers have runs of these numbers, too, and may share hosts with this one.
                "%d-%s".formatted(id, plan.id().toString().substring(0, 8)),
                plan.id(),
                plan.archive(),
                plan.change(),
                Status.PENDING,
                RunPhase.GOING_ON,
                "",
                concerned.actor(),
                concerned.person(),
                why,
                environments,
                hosts.entrySet().stream()
                        .map(host -> new RunHost(host.getKey(), host.getValue()))
                        .toList(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                0,
                false,
                "",
                "");
    }

    private void begin(ChangeRun run, ChangePlan plan, boolean stepwise) {
        RunSettings settings =
                concerned.needsApproval(run.environments())
                        ? plan.settings().approved()
                        : plan.settings();
        ReentrantLock turn = executions.turn(run.id());
        turn.lock();
        try {
            Execution execution =
                    opening.begin(
                            run,
                            plan,
                            stepwise,
                            change ->
                                    order(run, plan, change, settings)
                                            .with(
                                                    new Plan(
                                                            change.name(),
                                                            ChangeDigest.of(change),
                                                            new TreeMap<>(plan.parameters()),
                                                            plan.places())));
            if (stepwise) {
                table.goStepwise(run.id());
            }
            executions.add(run.id(), execution);
            executions.carryOn(run.id(), execution);
        } catch (IOException e) {
            if (table.ofPlan(plan.id()).isPresent()) {
                throw StartRules.used(plans.find(plan.id()).orElse(plan));
            }
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }

    private static RunOrder order(
            ChangeRun run, ChangePlan plan, Change change, RunSettings settings) {
        return new RunOrder(
                run.name(),
                run.who(),
                run.why(),
                change,
                plan.hosts(),
                plan.parameters(),
                settings,
                null);
    }

    /**
     * Asks a run for something.
     *
     * @throws ChangeRefused if there is no such run, or it is not granted
     */
    public ChangeRun request(long id, RunRequest request, Reach reach) {
        ChangeRun run = lookup.find(id, reach).orElseThrow(() -> RunLookup.unknown(id));
        concerned.requireRun(table.find(id).orElse(run).environments());
        Refusal bar = bar(run, request);
        if (bar != null) {
            throw refused(bar);
        }
        ReentrantLock turn = executions.turn(id);
        turn.lock();
        try {
            ask(run, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
        return lookup.find(id, reach).orElse(run);
    }

    /**
     * Whether these would be granted now if they were asked of a run; nothing is asked of it.
     *
     * @return empty for who may not run it
     */
    public List<RunChoice> choices(RunStory story, List<RunRequest> requests) {
        ChangeRun run = story.run();
        if (!concerned.mayRun(table.find(run.id()).orElse(run).environments())) {
            return List.of();
        }
        boolean isLive = executions.find(run.id()).isPresent();
        String who = concerned.actor();
        RunView view = isLive ? story.view() : takenUp(story.view(), who);
        return requests.stream()
                .map(request -> new RunChoice(request, refusal(run, view, isLive, request, who)))
                .toList();
    }

    private @Nullable Refusal refusal(
            ChangeRun run, RunView view, boolean isLive, RunRequest request, String who) {
        if (run.isUploaded()) {
            return bar(run, request);
        }
        Refusal rule = unlessTakenUp(isLive, request, RequestRules.refusal(view, who, request));
        return rule == null ? bar(run, request) : rule;
    }

    /** Why a request is not granted whatever the run has come to; null if nothing is in its way. */
    private @Nullable Refusal bar(ChangeRun run, RunRequest request) {
        if (run.isUploaded()) {
            return new Refusal(
                    "run.uploaded",
                    "the run is carried out without this server, by %s; ask for it there, and upload it again"
                            .formatted(run.offlineBy()));
        }
        return request instanceof RunRequest.Approve ? second(run) : null;
    }

    /** Nobody is a second person by another token of theirs. */
    private @Nullable Refusal second(ChangeRun run) {
        String person = concerned.person();
        if (!Concerned.isPerson(person)) {
            return new Refusal("run.approval-by-person", "a run is approved by a person only");
        }
        return person.equals(run.person())
                ? new Refusal(
                        "run.second-person",
                        "%s started the run; a second person has to approve it".formatted(person))
                : null;
    }

    private void ask(ChangeRun run, RunRequest request) throws IOException {
        String who = concerned.actor();
        boolean wasLive = executions.find(run.id()).isPresent();
        boolean goesOn = !wasLive && isAnswer(request) && isAsking(run);
        Execution execution = held(run, request, who);
        Refusal refusal;
        try {
            refusal = unlessTakenUp(wasLive, request, execution.request(who, request));
            if (refusal == null && goesOn) {
                refusal = execution.request(who, new RunRequest.Resume(null));
            }
        } finally {
            executions.release(run.id(), execution);
        }
        if (refusal != null) {
            throw refused(refusal);
        }
    }

    private static boolean isAnswer(RunRequest request) {
        return request instanceof RunRequest.Confirm
                || request instanceof RunRequest.Settle
                || request instanceof RunRequest.Skip;
    }

    /**
     * Nobody is at work on what only waits for an answer, which is to go on with it all the same.
     */
    private boolean isAsking(ChangeRun run) {
        return RunPhase.of(lookup.view(run.id())) == RunPhase.ASKING;
    }

    /** One that is not ended until it is released. */
    private Execution held(ChangeRun run, RunRequest request, String who) throws IOException {
        Optional<Execution> live = executions.find(run.id());
        if (live.isPresent() && live.get().hold()) {
            return live.get();
        }
        if (live.isPresent() && !live.get().isClosedWithin(PATIENCE)) {
            throw refused(
                    new Refusal(
                            "run.ending",
                            "what is in flight comes to its end first; ask again in a while"));
        }
        Refusal refusal = refusal(run, request, who);
        if (refusal != null) {
            throw refused(refusal);
        }
        ChangePlan plan = plans.find(run.plan()).orElseThrow(() -> Plans.unknown(run.plan()));
        ChangeRun whole = table.find(run.id()).orElse(run);
        RunSettings settings = lookup.view(run.id()).head().settings();
        Execution taken =
                opening.takeUp(whole, plan, who, change -> order(whole, plan, change, settings));
        taken.hold();
        executions.add(run.id(), taken);
        return taken;
    }

    /** One that was interrupted between two steps goes on as soon as it is taken up. */
    private static @Nullable Refusal unlessTakenUp(
            boolean wasLive, RunRequest request, @Nullable Refusal refusal) {
        boolean isGranted =
                !wasLive
                        && request instanceof RunRequest.Resume resume
                        && resume.from() == null
                        && refusal != null
                        && refusal.code().equals("run.going-on");
        return isGranted ? null : refusal;
    }

    /** Whether it would be granted, so that nobody takes a run up in vain. */
    private @Nullable Refusal refusal(ChangeRun run, RunRequest request, String who) {
        RunView view = takenUp(RunView.of(journals.read(run.id())), who);
        return unlessTakenUp(false, request, RequestRules.refusal(view, who, request));
    }

    private RunView takenUp(RunView view, String who) {
        return view.after(List.of(new RunEntry.TakenUp(clock.instant(), who)));
    }

    private static ChangeRefused refused(Refusal refusal) {
        String reason = refusal.reason();
        return new ChangeProblem(
                        refusal.code(),
                        "request",
                        Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".",
                        "See the run for what it waits for.")
                .as(Reason.CONFLICT);
    }
}
