package dev.cadastre.server.monitoring.keeping;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets one transaction at a time change what is thought of monitors, or end or switch off some: in
 * the tables and, once it is committed, in memory. Whoever has the turn reads in memory what the
 * tables hold, so that nothing is written of a monitor that is gone or switched off by then. Who
 * has it writes no table but those of states, of results, and those to which listeners add what
 * they heard: a transaction that waits for its turn may have locked any other. Thread-safe.
 */
@Component
public class StandingTurn {

    private final ReentrantLock turn = new ReentrantLock();

    /**
     * Waits for the turn, which ends with the caller's transaction.
     *
     * @param learn has memory follow; called when the transaction is committed, before anybody who
     *     waits for that hears of it and before anybody else has a turn
     */
    public void take(Runnable learn) {
        turn.lock();
        try {
            TransactionSynchronizationManager.registerSynchronization(new End(learn));
        } catch (IllegalStateException noTransaction) {
            turn.unlock();
            throw noTransaction;
        }
    }

    /** Whether somebody waits for the turn. */
    public boolean isAwaited() {
        return turn.hasQueuedThreads();
    }

    private final class End implements TransactionSynchronization {

        private final Runnable learn;
        private boolean over;

        End(Runnable learn) {
            this.learn = learn;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            try {
                learn.run();
            } finally {
                over();
            }
        }

        @Override
        public void afterCompletion(int status) {
            over();
        }

        private void over() {
            if (!over) {
                over = true;
                turn.unlock();
            }
        }
    }
}
