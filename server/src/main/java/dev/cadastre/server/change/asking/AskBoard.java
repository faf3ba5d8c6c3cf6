package dev.cadastre.server.change.asking;

import dev.cadastre.change.Change;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.LocalJobs;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.Step;
import dev.cadastre.change.run.StepGate;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.run.Task;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one run waits for, until it is given. Secrets are in memory only, and no longer than it
 * takes to hand them on. What is to be done on the machine of whoever runs the change is done by
 * the first command line that claims it, and counts as lost if nothing is heard of that for {@link
 * #PATIENCE}. Thread-safe.
 */
public final class AskBoard implements Secrets, LocalJobs, StepGate.Agreement {

    /** How long a command line may be silent. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LocalResult CLOSED =
            LocalResult.of(LocalResult.Kind.OUT_OF_REACH, "the server stops");

    private final Change change;
    private final Clock clock;
    private final Map<Long, PendingAsk> pending = new LinkedHashMap<>();
    private final Map<String, Instant> polls = new HashMap<>();
    private long last;
    private boolean isClosed;
    private boolean isStopped;
    private boolean isDeclined;
    private boolean isFree;

    /** For a run of that change. */
    public AskBoard(Change change, Clock clock) {
        this.change = change;
        this.clock = clock;
    }

    @Override
    public @Nullable String ask(String name, boolean wasWrong) {
        PendingAsk ask = add(PendingAsk.secret(nextId(), name, wasWrong));
        return awaited(ask, ask.secret, null);
    }

    @Override
    public HostSession.Looking look(List<Task> tasks) {
        List<LocalTask> all = tasks.stream().map(task -> LocalTask.of(task, change)).toList();
        if (all.isEmpty()) {
            return new HostSession.Looked(Map.of());
        }
        PendingAsk ask = add(PendingAsk.look(nextId(), all));
        return Objects.requireNonNull(awaited(ask, ask.result, CLOSED).looking());
    }

    @Override
    public HostSession.Running run(
            Task task, String basis, Consumer<String> output, StopSignal stop) {
        PendingAsk ask = add(PendingAsk.task(nextId(), LocalTask.of(task, change), basis, output));
        stop.whenGiven(() -> stop(ask));
        return Objects.requireNonNull(awaited(ask, ask.result, CLOSED).running(task.number()));
    }

    @Override
    public boolean isGiven(Step step) {
        synchronized (this) {
            if (isFree) {
                return true;
            }
        }
        PendingAsk ask = add(PendingAsk.step(nextId(), step.toString()));
        return awaited(ask, ask.agreed, false);
    }

    private synchronized long nextId() {
        last++;
        return last;
    }

    private synchronized PendingAsk add(PendingAsk ask) {
        if (isClosed) {
            ask.giveUp(CLOSED);
            return ask;
        }
        pending.put(ask.id, ask);
        if (isStopped) {
            decline(ask);
        }
        notifyAll();
        return ask;
    }

    private <T extends @Nullable Object> T awaited(
            PendingAsk ask, CompletableFuture<T> answer, T otherwise) {
        try {
            return answer.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing fails an answer", e);
        } finally {
            synchronized (this) {
                pending.remove(ask.id);
            }
        }
    }

    private synchronized void stop(PendingAsk ask) {
        ask.isToStop = true;
        if (ask.claim == null) {
            ask.result.complete(LocalResult.of(LocalResult.Kind.STOPPED, "stopped"));
        }
    }

    /** What is waited for, the oldest first. */
    public synchronized List<Ask> open() {
        return pending.values().stream()
                .filter(ask -> !ask.isDone())
                .map(PendingAsk::shown)
                .toList();
    }

    /** Waits until there is something that nobody does yet, or what is asked for, or no more. */
    public synchronized void await(Duration patience, BooleanSupplier other)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isClosed
                && !other.getAsBoolean()
                && open().stream().allMatch(ask -> ask.claimedBy() != null)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Waits until nobody waits for anything any more, for that long. */
    public synchronized void awaitClosed(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis();
                !isClosed && left > 0;
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Those who wait look again. */
    public synchronized void wake() {
        notifyAll();
    }

    /** Somebody asks what is waited for. */
    public synchronized void attach(String who) {
        polls.put(who, clock.instant());
    }

    /** Who has asked lately. */
    public synchronized List<String> attached() {
        Instant since = clock.instant().minus(PATIENCE);
        polls.values().removeIf(poll -> poll.isBefore(since));
        return polls.keySet().stream().sorted().toList();
    }

    /**
     * Gives a secret.
     *
     * @param value null if nobody knows it
     * @throws ChangeRefused if it is not asked for
     */
    public synchronized void give(String name, @Nullable String value) {
        PendingAsk ask =
                pending.values().stream()
                        .filter(one -> one.kind == Ask.Kind.SECRET && one.name.equals(name))
                        .filter(one -> !one.secret.isDone())
                        .findFirst()
                        .orElseThrow(() ->
                                conflict(
                                        "run.not-asked",
                                        "name",
                                        "Nobody is asked for the secret %s now.".formatted(name),
                                        "See what is asked for."));
        isDeclined |= value == null;
        ask.secret.complete(value);
    }

    /**
     * Lets somebody do what is to be done.
     *
     * @return the word that they, and nobody else, tell of it with
     * @throws ChangeRefused if somebody does it already
     */
    public synchronized String claim(long id, String who) {
        PendingAsk ask = task(id);
        if (ask.claim != null) {
            throw conflict(
                    "run.task-taken",
                    "id",
                    "%s does that already.".formatted(ask.claimedBy),
                    "Wait for what comes next.");
        }
        byte[] word = new byte[16];
        RANDOM.nextBytes(word);
        String claim = HexFormat.of().formatHex(word);
        ask.claim = claim;
        ask.claimedBy = who;
        ask.lastSign = clock.instant();
        return claim;
    }

    /**
     * Takes what is printed meanwhile, and with it a sign of life.
     *
     * @return whether it is to be ended
     * @throws ChangeRefused if it is not theirs
     */
    public synchronized boolean print(long id, String claim, String text) {
        PendingAsk ask = claimed(id, claim);
        ask.lastSign = clock.instant();
        if (!text.isEmpty()) {
            ask.output.accept(text);
        }
        return ask.isToStop;
    }

    /**
     * Takes how it ended.
     *
     * @throws ChangeRefused if it is not theirs, or cannot have ended so
     */
    public synchronized void end(long id, String claim, LocalResult result) {
        PendingAsk ask = claimed(id, claim);
        boolean fits =
                ask.kind == Ask.Kind.LOCAL_LOOK
                        ? result.looking() != null
                        : result.running(ask.tasks.getFirst().number()) != null;
        if (!fits) {
            throw new ChangeProblem(
                            "run.result-wrong",
                            "kind",
                            "What was asked for cannot end as %s with these answers."
                                    .formatted(result.kind()),
                            "Answer a look by LOOKED, and a task by ANSWERED with its number.")
                    .as(Reason.INVALID);
        }
        ask.result.complete(result);
    }

    /**
     * Agrees to a step.
     *
     * @param all whether to all that follow, too
     * @throws ChangeRefused if nobody waits for that
     */
    public synchronized void agree(long id, boolean all) {
        PendingAsk step =
                Optional.ofNullable(pending.get(id))
                        .filter(one -> one.kind == Ask.Kind.STEP && !one.agreed.isDone())
                        .orElseThrow(() ->
                                conflict(
                                        "run.not-asked",
                                        "id",
                                        "No step waits for that now.",
                                        "See what is asked for."));
        isFree |= all;
        step.agreed.complete(true);
        if (all) {
            steps().forEach(one -> one.agreed.complete(true));
        }
    }

    /** Steps that nobody has agreed to are not begun. */
    public synchronized void halt() {
        steps().forEach(one -> one.agreed.complete(false));
    }

    private List<PendingAsk> steps() {
        return pending.values().stream().filter(one -> one.kind == Ask.Kind.STEP).toList();
    }

    private PendingAsk task(long id) {
        return Optional.ofNullable(pending.get(id))
                .filter(one -> one.isLocal() && !one.result.isDone())
                .orElseThrow(() ->
                        conflict(
                                "run.not-asked",
                                "id",
                                "Nobody is asked to do %d now.".formatted(id),
                                "See what is asked for."));
    }

    private PendingAsk claimed(long id, String claim) {
        PendingAsk ask = task(id);
        if (!claim.equals(ask.claim)) {
            throw conflict(
                    "run.claim-wrong",
                    "claim",
                    "Somebody else does that.",
                    "Claim it before, and tell of it with the word that you got.");
        }
        return ask;
    }

    private static ChangeRefused conflict(
            String code, String place, String message, String remedy) {
        return new ChangeProblem(code, place, message, remedy).as(Reason.CONFLICT);
    }

    /** What command lines do of which nothing was heard for too long counts as lost. */
    public synchronized void expire() {
        Instant since = clock.instant().minus(PATIENCE);
        for (PendingAsk ask : new ArrayList<>(pending.values())) {
            if (ask.claim != null && ask.lastSign.isBefore(since)) {
                ask.result.complete(
                        LocalResult.of(
                                LocalResult.Kind.OUT_OF_REACH,
                                "nothing is heard any more of the command line of "
                                        + ask.claimedBy));
            }
        }
    }

    /**
     * Nobody is asked for anything any more, now or later, until {@link #goOn}; who does something
     * is told to stop.
     */
    public synchronized void stop() {
        isStopped = true;
        new ArrayList<>(pending.values()).forEach(this::decline);
        notifyAll();
    }

    private synchronized void decline(PendingAsk ask) {
        if (ask.kind == Ask.Kind.SECRET) {
            isDeclined = true;
            ask.secret.complete(null);
        } else if (ask.kind == Ask.Kind.STEP) {
            ask.agreed.complete(false);
        } else {
            stop(ask);
        }
    }

    /** People are asked again. */
    public synchronized void goOn() {
        isStopped = false;
    }

    /** Whether a secret was asked for that nobody gave; it would not be asked for again. */
    public synchronized boolean isDeclined() {
        return isDeclined;
    }

    /** Nobody waits for anything any more. */
    public synchronized void close() {
        isClosed = true;
        new ArrayList<>(pending.values()).forEach(ask -> ask.giveUp(CLOSED));
        notifyAll();
    }
}
