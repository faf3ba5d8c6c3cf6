package dev.cadastre.server.monitoring.watching;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorsChanged;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.running.Checker;
import dev.cadastre.server.monitoring.schedule.Due;
import dev.cadastre.server.monitoring.schedule.RecentLateness;
import dev.cadastre.server.monitoring.schedule.Schedule;
import dev.cadastre.server.storage.Continuity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Checks each monitor in its turn. One thread follows the schedule; each check has a thread of its
 * own, and the next turn of a monitor comes after its check has ended and is taken in, so that no
 * monitor is checked twice at the same time and nothing piles up. Thread-safe.
 */
@Component
class Watch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    /** So many new monitors are checked at once; further ones come in their turn. */
    private static final int AT_ONCE_WHEN_NEW = 50;

    private final MonitorBook book;
    private final Checker checker;
    private final Findings findings;
    private final Access access;
    private final Clock clock;
    private final LongSupplier ticker;
    private final Continuity continuity;
    private final Schedule schedule;
    private final RecentLateness lateness;
    private final Map<Long, CompletableFuture<Optional<Watched>>> awaited =
            new ConcurrentHashMap<>();
    private volatile @Nullable Running running;

    /** What runs while the server does. */
    private record Running(Thread follower, ExecutorService checks) {}

    @Autowired
    Watch(
            MonitorBook book,
            Checker checker,
            Findings findings,
            Access access,
            Clock clock,
            Continuity continuity) {
        this(book, checker, findings, access, clock, System::nanoTime, continuity);
    }

    /**
     * Begins with no monitor.
     *
     * @param ticker nanoseconds that only go forward
     */
    Watch(
            MonitorBook book,
            Checker checker,
            Findings findings,
            Access access,
            Clock clock,
            LongSupplier ticker,
            Continuity continuity) {
        this.book = book;
        this.checker = checker;
        this.findings = findings;
        this.access = access;
        this.clock = clock;
        this.ticker = ticker;
        this.continuity = continuity;
        this.schedule = new Schedule(clock, ticker);
        this.lateness = new RecentLateness(ticker);
    }

    /** How late checks began lately. */
    RecentLateness lateness() {
        return lateness;
    }

    /** How many monitors are checked in turns. */
    int inTurns() {
        return schedule.size();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(MonitorsChanged changed) {
        changed.ended().forEach(this::drop);
        List<Long> ids = changed.changed();
        for (int i = 0; i < ids.size(); i++) {
            boolean soon = i < AT_ONCE_WHEN_NEW;
            book.find(ids.get(i)).ifPresent(one -> schedule(one, soon));
        }
    }

    private void schedule(Watched one, boolean soon) {
        MonitorDefinition definition = one.definition();
        if (!definition.enabled() || definition.kind().isKnown()) {
            drop(one.id());
        } else if (definition.kind().isTold()) {
            Silence.lookEvery(definition)
                    .ifPresentOrElse(
                            interval -> schedule.put(one.id(), interval), () -> drop(one.id()));
        } else {
            schedule.put(one.id(), definition.interval());
            if (soon) {
                schedule.hasten(one.id(), Duration.ZERO);
            }
        }
    }

    private void drop(long monitor) {
        schedule.remove(monitor);
        answer(monitor, Optional.empty());
    }

    /**
     * Has a monitor checked as soon as possible, or waits for the check that is being made; done
     * with what is thought of it then, and with nothing if it is not checked any more.
     */
    CompletableFuture<Optional<Watched>> checkNow(long monitor) {
        CompletableFuture<Optional<Watched>> answer =
                awaited.computeIfAbsent(monitor, _ -> new CompletableFuture<>());
        if (!schedule.hasten(monitor, Duration.ZERO)) {
            answer(monitor, Optional.empty());
        }
        return answer;
    }

    /** How many monitors somebody waits for. */
    int awaited() {
        return awaited.size();
    }

    /** Has a monitor checked before its turn. */
    void soon(Watched one) {
        schedule.hasten(one.id(), Duration.ZERO);
    }

    private void follow(ExecutorService checks) {
        try {
            while (true) {
                schedule.await();
                beginDue(checks);
            }
        } catch (InterruptedException | RejectedExecutionException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins the checks of those whose turn it is. */
    void beginDue(Executor checks) {
        for (Optional<Due> next = schedule.poll(); next.isPresent(); next = schedule.poll()) {
            Due due = next.get();
            checks.execute(() -> access.asSystem(() -> check(due)));
        }
    }

    private void check(Due due) {
        Optional<Watched> after = Optional.empty();
        try {
            after = book.find(due.monitor()).flatMap(one -> check(one, due));
        } catch (RuntimeException failure) {
            log.warn("Monitor {} could not be checked", due.monitor(), failure);
        } finally {
            schedule.checked(due.monitor());
            answer(due.monitor(), after);
        }
        after.filter(one -> one.standing().isSoft())
                .ifPresent(one -> schedule.hasten(one.id(), one.definition().retryInterval()));
    }

    private void answer(long monitor, Optional<Watched> after) {
        CompletableFuture<Optional<Watched>> waiting = awaited.remove(monitor);
        if (waiting != null) {
            waiting.complete(after);
        }
    }

    private Optional<Watched> check(Watched one, Due due) {
        return one.definition().kind().isTold() ? listen(one) : look(one, due);
    }

    /** What has not been told for too long tells something as well. */
    private Optional<Watched> listen(Watched one) {
        Instant now = clock.instant();
        Instant since = continuity.since();
        return Silence.of(one, findings.last(one), since, now)
                .flatMap(result ->
                        findings.take(
                                new Finding(one.id(), result, now, Duration.ZERO, Finding.SERVER)));
    }

    private Optional<Watched> look(Watched one, Due due) {
        long start = ticker.getAsLong();
        PluginResult result;
        try {
            result = checker.run(one, () -> lateness.add(schedule.since(due)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RuntimeException failure) {
            log.warn("The check of monitor {} failed", one.id(), failure);
            result = failed(failure);
        }
        Duration took = Duration.ofNanos(ticker.getAsLong() - start);
        return findings.take(new Finding(one.id(), result, clock.instant(), took, Finding.SERVER));
    }

    private static PluginResult failed(RuntimeException failure) {
        String reason = "The check failed in the server: " + failure.getClass().getSimpleName();
        return PluginResult.unknown(reason + "; its log tells more");
    }

    @Override
    public void start() {
        ExecutorService checks = Executors.newVirtualThreadPerTaskExecutor();
        Thread follower = Thread.ofPlatform().name("watch").unstarted(() -> follow(checks));
        running = new Running(follower, checks);
        follower.start();
    }

    @Override
    public void stop() {
        Running now = running;
        if (now != null) {
            now.follower().interrupt();
            now.checks().shutdownNow();
            awaited.keySet().forEach(id -> answer(id, Optional.empty()));
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** It waits by itself while nothing is due. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
