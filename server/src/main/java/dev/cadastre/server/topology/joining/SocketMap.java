package dev.cadastre.server.topology.joining;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.inventory.ConnectionLine;
import dev.cadastre.server.inventory.HostNetwork;
import dev.cadastre.server.inventory.HostNetworks;
import dev.cadastre.server.inventory.HostsPlaced;
import dev.cadastre.server.inventory.HostsReported;
import dev.cadastre.server.topology.keeping.MapLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings the map in line with what hosts report, behind their reports and in one thread of its own.
 * What it missed, because the server stopped, it finds at the next start. Thread-safe.
 */
@Component
public class SocketMap implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SocketMap.class);

    private static final int AT_ONCE = 200;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final HostNetworks networks;
    private final MapJoin join;
    private final MapLoad load;
    private final Access access;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition idle = lock.newCondition();
    private final Set<Integer> waiting = new LinkedHashSet<>();
    private final Map<Integer, Integer> lines = new HashMap<>();
    private boolean busy = true;
    private int current;
    private long joined;
    private long nanos;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    SocketMap(HostNetworks networks, MapJoin join, MapLoad load, Access access) {
        this.networks = networks;
        this.join = join;
        this.load = load;
        this.access = access;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void reported(HostsReported reported) {
        locked(() -> {
            for (HostsReported.Reported report : reported.reports()) {
                if (report.changed() || speaksOtherwise(report.host(), report.connections())) {
                    waiting.add(report.host());
                }
            }
            work.signal();
        });
    }

    private boolean speaksOtherwise(int host, @Nullable SortedSet<ConnectionLine> connections) {
        if (connections == null) {
            return false;
        }
        Integer now = connections.hashCode();
        return !now.equals(lines.put(host, now));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void placed(HostsPlaced placed) {
        again(placed.hosts());
    }

    /** Has the parts of the map looked at again that these hosts make. */
    public void again(Iterable<Integer> hosts) {
        locked(() -> {
            hosts.forEach(waiting::add);
            work.signal();
        });
    }

    /** Waits until nothing is left to be joined. */
    void settle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running && (busy || !waiting.isEmpty())) {
                idle.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was remembered long enough is let go. */
    @Scheduled(cron = "0 17 3 * * *")
    void lookAtAllAgain() {
        networks.each(hosts -> again(hosts.stream().map(HostNetwork::host).toList()));
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (thread == null) {
            thread = Thread.ofVirtual().name("map").start(() -> access.asSystem(this::run));
        }
    }

    /** Begins again where it failed, as when the database was away for a while. */
    private void run() {
        try {
            while (running) {
                try {
                    follow();
                } catch (RuntimeException failure) {
                    if (running) {
                        log.warn("The map is begun again, since it could not go on", failure);
                        Thread.sleep(PAUSE);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() throws InterruptedException {
        load.load();
        networks.each(join::place);
        networks.each(hosts -> {
            join.meet(hosts);
            again(hosts.stream().map(HostNetwork::host).toList());
        });
        while (running) {
            List<Integer> next = next();
            long begun = System.nanoTime();
            join(next);
            count(next.size(), System.nanoTime() - begun);
        }
    }

    private List<Integer> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            busy = false;
            while (waiting.isEmpty()) {
                idle.signalAll();
                work.await();
            }
            busy = true;
            List<Integer> next = new ArrayList<>();
            Iterator<Integer> first = waiting.iterator();
            while (first.hasNext() && next.size() < AT_ONCE) {
                next.add(first.next());
                first.remove();
            }
            current = next.size();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void count(int hosts, long took) {
        locked(() -> {
            joined += hosts;
            nanos += took;
            current = 0;
        });
    }

    /** How many hosts wait to be joined, those that are just now joined included. */
    public int waiting() {
        return locked(() -> waiting.size() + current);
    }

    /** How many hosts were joined so far. */
    public long joined() {
        return locked(() -> joined);
    }

    /** How long that took. */
    public Duration work() {
        return locked(() -> Duration.ofNanos(nanos));
    }

    /** Of hosts that cannot be joined together, those that can be alone are. */
    private void join(List<Integer> hosts) {
        try {
            MapJoin.Taken taken = join.take(hosts);
            // Before it is written: what was taken in makes a difference to them even if that
            // fails.
            again(taken.concerned());
            join.write(taken);
        } catch (RuntimeException failure) {
            if (!running) {
                return;
            }
            if (isOfDatabase(failure)) {
                throw failure;
            }
            if (hosts.size() > 1) {
                hosts.forEach(host -> join(List.of(host)));
            } else {
                log.warn("What host {} speaks with is not on the map", hosts, failure);
            }
        }
    }

    /** Then no host is to blame, and all are looked at again once it is back. */
    private static boolean isOfDatabase(RuntimeException failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException;
    }

    private void locked(Runnable change) {
        locked(() -> {
            change.run();
            return true;
        });
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        Thread current = thread;
        if (current != null) {
            current.interrupt();
            thread = null;
        }
        locked(idle::signalAll);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Its thread is begun once; it waits by itself while nothing is reported. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
