package dev.cadastre.server.topology.keeping;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets those who change the map take turns, each in a transaction of its own, so that nobody
 * decides by what another is about to change. A turn ends when memory has followed the tables,
 * which is after the transaction; a lock in the database would be given back too early.
 * Thread-safe.
 */
@Component
public class MapTurn {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TransactionTemplate transaction;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final CountDownLatch loaded = new CountDownLatch(1);

    MapTurn(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Lets turns begin, the map being in memory. */
    void open() {
        loaded.countDown();
    }

    /** Whether turns have begun, the map being in memory. */
    public boolean isOpen() {
        return loaded.getCount() == 0;
    }

    /** Does work in a turn. */
    public void run(Runnable work) {
        take(() -> {
            work.run();
            return true;
        });
    }

    /** The same with an answer. */
    public <T> T take(Supplier<T> work) {
        awaitMap();
        lock.lock();
        try {
            return Objects.requireNonNull(transaction.execute(_ -> work.get()));
        } finally {
            lock.unlock();
        }
    }

    private void awaitMap() {
        try {
            if (!loaded.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The map is still being loaded");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops", stopped);
        }
    }

    /** Has work done once the transaction is committed, in the same turn. */
    public static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
