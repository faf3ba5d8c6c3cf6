package dev.cadastre.server.inventory.query;

import dev.cadastre.server.search.QueryMoment;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers where hosts belong and what they run on: for now from memory once that is loaded, else
 * from the database, with equal results. It is told of each change, which it takes in when that is
 * committed, in any order. Thread-safe.
 */
@Component
public class HostIndex {

    private static final Logger log = LoggerFactory.getLogger(HostIndex.class);

    private final StoredTraits stored;
    private final PastTraits past;
    private final TransactionTemplate transaction;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final PlaceIndex places = new PlaceIndex();
    private final PlatformIndex platforms = new PlatformIndex();
    private boolean loaded;

    HostIndex(StoredTraits stored, PastTraits past, PlatformTransactionManager transactions) {
        this.stored = stored;
        this.past = past;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /**
     * What {@code question} finds.
     *
     * @param question computes only; it must neither wait for anything nor keep what it sees
     */
    <T> T places(QueryMoment moment, Function<PlaceIndex, T> question) {
        T known = moment.at() == null ? present(() -> question.apply(places)) : null;
        return known != null ? known : question.apply(past.places(moment.at()));
    }

    /** As above. */
    <T> T platforms(QueryMoment moment, Function<PlatformIndex, T> question) {
        T known = moment.at() == null ? present(() -> question.apply(platforms)) : null;
        return known != null ? known : question.apply(past.platforms(moment.at()));
    }

    /**
     * The first hosts of some by name and ordinal, as they are named now or were at a moment; null
     * until the present is loaded.
     *
     * @param at the moment; null for now
     * @param afterName where to begin; null for the first
     * @param afterOrdinal the same among hosts of that name
     */
    public @Nullable List<Integer> first(
            @Nullable Instant at,
            RoaringBitmap some,
            @Nullable String afterName,
            int afterOrdinal,
            int limit) {
        return at == null
                ? present(() -> places.first(some, afterName, afterOrdinal, limit))
                : past.places(at).first(some, afterName, afterOrdinal, limit);
    }

    /** Whether no host has that name, nor had it when it retired; false until that is loaded. */
    public boolean lacks(String name) {
        Boolean lacking = present(() -> !places.names().containsKey(name));
        return lacking != null && lacking;
    }

    /** Whether the present is answered from memory. */
    public boolean loaded() {
        return present(() -> true) != null;
    }

    /** Tells of a host's name, place and life. */
    public void placed(int host, long revision, HostPlace place) {
        change(() -> places.put(host, revision, place));
    }

    /** Tells that a host's facts changed, in the transaction that changed them. */
    public void observed(int host, Instant since) {
        Platform platform = stored.platform(host);
        change(() -> platforms.put(host, since, platform));
    }

    /**
     * Tells what the facts of a new host are.
     *
     * @param fact the text of a fact; null if it was not told
     */
    public void observed(int host, Instant since, Function<String, @Nullable String> fact) {
        Platform platform = StoredTraits.platform(fact);
        change(() -> platforms.put(host, since, platform));
    }

    /** Tells that nothing is known of a host any longer. */
    public void erased(int host) {
        change(() -> {
            places.erase(host);
            past.forget();
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void loadInBackground() {
        Thread.ofVirtual()
                .name("host-index")
                .start(() -> transaction.executeWithoutResult(status -> load()));
    }

    private void load() {
        stored.eachPlace(
                null, (host, revision, place) -> write(() -> places.put(host, revision, place)));
        stored.eachPlatform(
                null, (host, since, platform) -> write(() -> platforms.put(host, since, platform)));
        write(() -> loaded = true);
        log.debug("Loaded where hosts belong and what they run on");
    }

    private <T> @Nullable T present(java.util.function.Supplier<T> question) {
        lock.readLock().lock();
        try {
            return loaded ? question.get() : null;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void change(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        write(work);
                    }
                });
    }
}
