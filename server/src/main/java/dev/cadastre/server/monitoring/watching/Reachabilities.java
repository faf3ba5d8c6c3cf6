package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.monitoring.MonitorsChanged;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.state.Reachability;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StatesChanged;
import dev.cadastre.server.topology.impact.Causes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Follows what cannot work because of what is down, by the map. What is down are assets of which a
 * monitor that tells their availability is certain; while one is not certain yet, what needs them
 * waits for it. When what was needed works again, what needs it is checked again at once.
 * Thread-safe.
 */
@Component
class Reachabilities {

    private static final Logger log = LoggerFactory.getLogger(Reachabilities.class);

    private final MonitorBook book;
    private final Findings findings;
    private final Watch watch;
    private final Causes causes;
    private final Access access;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final ReentrantLock turn = new ReentrantLock();
    private long revision;

    Reachabilities(MonitorBook book, Findings findings, Watch watch, Causes causes, Access access) {
        this.book = book;
        this.findings = findings;
        this.watch = watch;
        this.causes = causes;
        this.access = access;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(StatesChanged changed) {
        boolean matters =
                changed.changes().stream()
                        .anyMatch(one ->
                                one.before().state().isProblem()
                                        || one.after().state().isProblem());
        if (matters) {
            stale.set(true);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(MonitorsChanged changed) {
        stale.set(true);
    }

    /** What is learnt of the map may tell why something fails that failed before. */
    @Scheduled(fixedDelay = 5_000)
    void followMap() {
        long now = causes.revision();
        turn.lock();
        try {
            if (now != revision) {
                revision = now;
                stale.set(true);
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Brings it up to date soon after anything changed; when it returns, it is. Until the map is in
     * memory, everything stays as it was known before.
     */
    @Scheduled(fixedDelay = 200)
    void follow() {
        turn.lock();
        try {
            if (causes.isReady() && stale.getAndSet(false)) {
                access.asSystem(this::bringUpToDate);
            }
        } catch (RuntimeException failure) {
            stale.set(true);
            log.warn("What can be reached is found out again later", failure);
        } finally {
            turn.unlock();
        }
    }

    private void bringUpToDate() {
        Map<String, String> down = causes.of(FailedAssets.certain(book.after(0)));
        Map<String, String> doubtful = causes.of(FailedAssets.certainOrNot(book.after(0)));
        Map<Long, Function<Watched, Standing>> changes = new HashMap<>();
        for (Watched one : book.after(0)) {
            Reachability now = of(one.row().asset(), down, doubtful);
            if (!now.equals(one.standing().reachability())) {
                changes.put(
                        one.id(),
                        known -> Findings.machine(known).reachability(known.standing(), now));
            }
        }
        findings.changeAll(changes).stream()
                .filter(one -> !one.standing().reachability().isUnreachable())
                .filter(one -> one.standing().state().isProblem())
                .forEach(watch::soon);
    }

    private static Reachability of(
            String asset, Map<String, String> down, Map<String, String> doubtful) {
        @Nullable String because = down.get(asset);
        if (because != null) {
            return Reachability.unreachable(because);
        }
        @Nullable String perhaps = doubtful.get(asset);
        return perhaps == null ? Reachability.REACHABLE : Reachability.doubtful(perhaps);
    }
}
