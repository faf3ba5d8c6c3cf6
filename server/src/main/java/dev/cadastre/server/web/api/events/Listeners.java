package dev.cadastre.server.web.api.events;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who listens to the timeline now. Ends before the web server, which waits for all. Thread-safe.
 */
@Component
class Listeners implements SmartLifecycle {

    static final int MOST = 200;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** Adds a listener; null if there are too many already. */
    synchronized @Nullable Listener join(Reach reach) {
        if (!running || listeners.size() >= MOST) {
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

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        listeners.forEach(Listener::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
