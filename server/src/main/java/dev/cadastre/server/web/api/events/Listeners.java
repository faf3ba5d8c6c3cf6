package dev.cadastre.server.web.api.events;

import dev.cadastre.api.monitor.MonitorState;
import dev.cadastre.api.monitor.StateTold;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.api.run.RunTold;
import dev.cadastre.server.change.RunChanged;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StateChange;
import dev.cadastre.server.monitoring.state.StatesChanged;
import dev.cadastre.server.timeline.TimelineEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who listens now. Ends before the web server, which waits for all. Thread-safe. */
@Component
class Listeners implements SmartLifecycle {

    static final int MOST = 200;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** Adds a listener; null if there are too many already. */
    synchronized @Nullable Listener join(Hearing hearing) {
        if (!running || listeners.size() >= MOST) {
            return null;
        }
        var listener = new Listener(hearing);
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

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void tell(StatesChanged changed) {
        if (!listeners.isEmpty()) {
            List<StateTold> told = changed.changes().stream().map(Listeners::told).toList();
            listeners.forEach(listener -> listener.offer(told));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void tell(RunChanged changed) {
        RunTold told =
                new RunTold(
                        changed.id(),
                        changed.revision(),
                        RunStatus.valueOf(changed.status().name()),
                        RunPhase.valueOf(changed.phase().name()));
        listeners.forEach(listener -> listener.offer(told, changed.environments()));
    }

    private static StateTold told(StateChange change) {
        Standing now = change.after();
        return new StateTold(
                change.monitor(),
                change.name(),
                change.asset(),
                change.environment(),
                change.at(),
                MonitorState.valueOf(now.state().name()),
                now.since(),
                MonitorState.valueOf(now.hard().name()),
                now.attempt(),
                now.reachability().isUnreachable() ? now.reachability().because() : null,
                now.flapping().flaps(),
                now.downtime(),
                change.output());
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
