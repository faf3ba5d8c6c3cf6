package dev.cadastre.server.estate;

import dev.cadastre.ini.Problem;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what is in force and exchanges it for something else, as a whole or not at all: in the
 * database first, then here. One change at a time; readers never wait.
 */
@Component
class DeclaredEstate {
    private static final Logger log = LoggerFactory.getLogger(DeclaredEstate.class);

    private final EstateStore store;
    private final EstateEvents events;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final ReentrantLock changing = new ReentrantLock();

    private volatile EstateState state = EstateState.NOTHING;
    private volatile @Nullable String file;
    private volatile List<Problem> problems = List.of();

    DeclaredEstate(
            EstateStore store,
            EstateEvents events,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.events = events;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        // What is in force changes with the commit, which must not be somebody else's to make.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    EstateState state() {
        return state;
    }

    EstateStatus status() {
        return new EstateStatus(file, state.appliedAt(), problems);
    }

    /** Puts in force again what was so when the server stopped. */
    @PostConstruct
    void restore() {
        EstateState last = store.last();
        EstateReading reading = last.readWith(last.additions());
        problems = reading.problems();
        if (reading.model() == null) {
            log.error("What was declared before cannot be understood any more: {}", problems);
        }
        EstateModel model = reading.model() == null ? EstateModel.EMPTY : reading.model();
        state = last.with(last.additions(), model);
    }

    /** Runs a change while no other one runs. */
    <T> T exclusively(Supplier<T> change) {
        changing.lock();
        try {
            return change.get();
        } finally {
            changing.unlock();
        }
    }

    /**
     * Puts another state in force.
     *
     * @param writes what is stored with it, in the same transaction
     */
    void exchange(EstateState next, String actor, Runnable writes) {
        EstateDiff diff = EstateDiff.between(state.model(), next.model());
        transaction.executeWithoutResult(status -> {
            onCommit(() -> state = next);
            writes.run();
            events.append(diff, actor);
            if (!diff.isEmpty()) {
                publisher.publishEvent(new EstateChanged(next.model(), diff, actor));
            }
        });
    }

    /** Listeners that run after the commit find the new state, for this comes before them. */
    private static void onCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public int getOrder() {
                        return Ordered.HIGHEST_PRECEDENCE;
                    }

                    @Override
                    public void afterCommit() {
                        action.run();
                    }
                });
    }

    /** Notes how the file stands; new errors are told to the timeline and the log. */
    void note(String name, List<Problem> found) {
        boolean isNews = !found.equals(problems);
        file = name;
        problems = found;
        if (isNews && found.stream().anyMatch(Problem::isError)) {
            log.error("The estate file is not applied: {}", found);
            transaction.executeWithoutResult(status -> events.appendRefused(name, found));
        }
    }
}
