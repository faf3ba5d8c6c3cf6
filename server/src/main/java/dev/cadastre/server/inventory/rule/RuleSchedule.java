package dev.cadastre.server.inventory.rule;

import dev.cadastre.server.estate.EstateChanged;
import dev.cadastre.server.search.SavedQueriesChanged;
import dev.cadastre.server.timeline.TimelineEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has rules evaluated soon after anything changed, however much did, and each minute, since time
 * itself changes what is stale or was not seen. Rests at least four times as long as an evaluation
 * took, up to a minute. Thread-safe.
 */
@Component
class RuleSchedule {

    private static final Duration SHORTEST_REST = Duration.ofSeconds(3);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int REST = 4;

    private final RuleEvaluation evaluation;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private volatile long ended = System.nanoTime();
    private volatile Duration rest = SHORTEST_REST;

    RuleSchedule(RuleEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void heard(TimelineEvent event) {
        if (!event.kind().startsWith("rule.")) {
            soon();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void heard(EstateChanged event) {
        soon();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void heard(SavedQueriesChanged event) {
        soon();
    }

    /** Something that rules ask for may be another. */
    void soon() {
        changed.set(true);
    }

    /** At a fixed rate, since what has a fixed delay would hold up everything else scheduled. */
    @Scheduled(fixedRate = 1_000, initialDelay = 5_000)
    void look() {
        if (isDue(Duration.ofNanos(System.nanoTime() - ended))
                && running.compareAndSet(false, true)) {
            try {
                run();
            } finally {
                running.set(false);
            }
        }
    }

    private boolean isDue(Duration rested) {
        return rested.compareTo(changed.get() ? rest : LONGEST_REST) >= 0;
    }

    private void run() {
        long start = System.nanoTime();
        changed.set(false);
        try {
            evaluation.run();
        } finally {
            ended = System.nanoTime();
            rest = restAfter(Duration.ofNanos(ended - start));
        }
    }

    static Duration restAfter(Duration took) {
        Duration wanted = took.multipliedBy(REST);
        if (wanted.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return wanted.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wanted;
    }
}
