package dev.cadastre.server.web.api.events;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who listens to the timeline now. Thread-safe. */
@Component
class Listeners {

    static final int MOST = 200;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** Adds a listener; null if there are too many already. */
    synchronized @Nullable Listener join(Reach reach) {
        if (listeners.size() >= MOST) {
            return null;
        }
        var listener = new Listener(reach);
        listeners.add(listener);
        return listener;
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void tell(TimelineEvent event) {
        listeners.forEach(listener -> listener.offer(event));
    }
}
