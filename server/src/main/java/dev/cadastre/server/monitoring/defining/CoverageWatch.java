package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.inventory.HostsPlaced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has what queries cover looked at again: each minute, and soon after hosts came or went. */
@Component
class CoverageWatch {

    private static final Logger log = LoggerFactory.getLogger(CoverageWatch.class);
    private static final int EVERY_SECONDS = 60;

    private final DefinitionStore store;
    private final Access access;
    private volatile boolean begun;
    private volatile boolean soon;
    private int seconds;

    CoverageWatch(DefinitionStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        store.announce();
        begun = true;
        soon = true;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void placed(HostsPlaced placed) {
        soon = true;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        seconds++;
        if (begun && store.isReady() && (soon || seconds >= EVERY_SECONDS)) {
            soon = false;
            seconds = 0;
            try {
                access.asSystem(store::coverAgain);
            } catch (RuntimeException failure) {
                log.warn("What monitors cover is looked at again later", failure);
            }
        }
    }
}
