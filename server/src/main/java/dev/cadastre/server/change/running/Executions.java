package dev.cadastre.server.change.running;

import dev.cadastre.server.change.asking.AskBoard;
import dev.cadastre.server.change.telling.RunEndings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The runs that this server is at work on, each carried on by a thread of its own. They are in
 * memory only: a server that is stopped, or killed, leaves what their journals say. Thread-safe.
 */
@Component
class Executions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Executions.class);

    /** How long connections are kept for a run that waits for somebody. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final int TURNS = 64;

    private final RunEndings endings;
    private final Clock clock;
    private final Map<Long, Execution> live = new ConcurrentHashMap<>();
    private final ReentrantLock[] turns = new ReentrantLock[TURNS];
    private volatile boolean running;

    Executions(RunEndings endings, Clock clock) {
        this.endings = endings;
        this.clock = clock;
        for (int i = 0; i < TURNS; i++) {
            turns[i] = new ReentrantLock();
        }
    }

    /** Whoever begins a run, takes it up, or asks it for something, has this meanwhile. */
    ReentrantLock turn(long run) {
        return turns[(int) (run % TURNS)];
    }

    /** The one of a run; empty if nobody is at work on it. */
    Optional<Execution> find(long run) {
        return Optional.ofNullable(live.get(run));
    }

    /** Carries one on from now. */
    void add(long run, Execution execution) {
        if (!running) {
            execution.cut();
            throw new IllegalStateException("The server stops");
        }
        live.put(run, execution);
    }

    /** Does what can be done. */
    void carryOn(long run, Execution execution) {
        if (execution.carryOn()) {
            Thread.ofVirtual().name("run-" + run).start(() -> go(run, execution));
        }
    }

    /** What {@link Execution#hold} kept can go on, and what was asked for be done. */
    void release(long run, Execution execution) {
        if (execution.release()) {
            Thread.ofVirtual().name("run-" + run).start(() -> go(run, execution));
        }
    }

    private void go(long run, Execution execution) {
        if (execution.go(clock.instant())) {
            close(run, execution);
        }
    }

    private void close(long run, Execution execution) {
        try {
            execution.close();
            if (running) {
                endings.tellAll();
            }
        } catch (RuntimeException e) {
            log.warn("What run {} had open is not all closed", run, e);
        } finally {
            live.remove(run, execution);
        }
    }

    /** Gives connections back that nobody has needed for long, and what is lost up. */
    @Scheduled(fixedDelay = 10_000)
    void sweep() {
        live.values().stream().map(Execution::asks).forEach(AskBoard::expire);
        live.forEach((run, execution) -> {
            if (execution.endIfIdle(clock.instant().minus(PATIENCE))) {
                close(run, execution);
            }
        });
        if (running) {
            endings.tellAll();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        live.values().forEach(Execution::cut);
        live.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
