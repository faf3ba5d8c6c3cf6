package dev.cadastre.ssh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections between runs and shares them among runs to an equal target. A run that finds a
 * connection in the making waits for it and shares its failure, so that many runs to a dead host
 * cost one attempt. Thread-safe.
 */
final class Pool {
    private final Opener opener;
    private final SshSettings settings;
    private final LongSupplier nanoTime;
    private final Map<Target, List<Slot>> slots = new HashMap<>();

    Pool(Opener opener, SshSettings settings, LongSupplier nanoTime) {
        this.opener = opener;
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /** One connection, in the making or made. Guarded by the pool, but for {@code ready}. */
    private static final class Slot {
        final Target target;
        final CompletableFuture<Connection> ready = new CompletableFuture<>();
        int commands;
        int tunnels;
        boolean retired;
        long idleSince;

        Slot(Target target) {
            this.target = target;
        }

        boolean isIdle() {
            return commands == 0 && tunnels == 0 && ready.isDone();
        }
    }

    /** The right to use a connection, to be given back by closing it. */
    final class Lease implements AutoCloseable {
        private final Slot slot;
        private final Connection connection;
        private final boolean reused;
        private final boolean tunnel;

        private Lease(Slot slot, Connection connection, boolean reused, boolean tunnel) {
            this.slot = slot;
            this.connection = connection;
            this.reused = reused;
            this.tunnel = tunnel;
        }

        Connection connection() {
            return connection;
        }

        /** Whether the connection was there before this lease was asked for. */
        boolean reused() {
            return reused;
        }

        /** Gives the connection to nobody any more; it closes when the last lease does. */
        void retire() {
            Pool.this.retire(slot);
        }

        @Override
        public void close() {
            release(slot, tunnel);
        }
    }

    /** Marks that whoever was opening a connection gave up for reasons of its own. */
    private static final class Abandoned extends Exception {
        Abandoned() {
            super("abandoned", null, false, false);
        }
    }

    /** A connection for a command; kept ones are not considered if it must be fresh. */
    Lease forCommand(Target target, boolean fresh) throws Stopped, InterruptedException {
        return acquire(target, fresh, false);
    }

    private Lease acquire(Target target, boolean fresh, boolean tunnel)
            throws Stopped, InterruptedException {
        while (true) {
            Slot slot;
            boolean mine;
            synchronized (this) {
                Slot present = fresh ? null : usable(target, tunnel);
                mine = present == null;
                slot = present == null ? add(target) : present;
                slot.commands += tunnel ? 0 : 1;
                slot.tunnels += tunnel ? 1 : 0;
            }
            boolean done = false;
            try {
                boolean reused = !mine && slot.ready.isDone();
                Connection connection = mine ? open(slot) : slot.ready.get();
                done = true;
                return new Lease(slot, connection, reused, tunnel);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Stopped stopped) {
                    throw stopped;
                }
            } finally {
                if (!done) {
                    release(slot, tunnel);
                }
            }
        }
    }

    private @Nullable Slot usable(Target target, boolean tunnel) {
        for (Slot slot : slots.getOrDefault(target, List.of())) {
            boolean room = tunnel || slot.commands < settings.commandsPerConnection();
            boolean alive = !slot.ready.isDone() || slot.ready.join().isOpen();
            if (room && alive && !slot.retired) {
                return slot;
            }
        }
        return null;
    }

    private Slot add(Target target) {
        Slot slot = new Slot(target);
        slots.computeIfAbsent(target, key -> new ArrayList<>()).add(slot);
        return slot;
    }

    private Connection open(Slot slot) throws Stopped, InterruptedException {
        Throwable failure = new Abandoned();
        try {
            Connection connection = connect(slot);
            slot.ready.complete(connection);
            return connection;
        } catch (Stopped e) {
            failure = e;
            throw e;
        } finally {
            if (!slot.ready.isDone()) {
                retire(slot);
                slot.ready.completeExceptionally(failure);
            }
        }
    }

    private Connection connect(Slot slot) throws Stopped, InterruptedException {
        Target way = slot.target.jump();
        if (way == null) {
            return watched(slot, opener.open(slot.target, null), null);
        }
        Lease kept = acquire(way, false, true);
        try {
            return connect(slot, kept);
        } catch (Stopped e) {
            boolean jumpIsToBlame = kept.reused() && !kept.connection().isOpen();
            if (!jumpIsToBlame) {
                throw e;
            }
        }
        return connect(slot, acquire(way, true, true));
    }

    private Connection connect(Slot slot, Lease jump) throws Stopped, InterruptedException {
        boolean connected = false;
        try {
            Connection connection = opener.open(slot.target, jump.connection());
            connected = true;
            return watched(slot, connection, jump);
        } catch (Stopped e) {
            if (e.result() instanceof RunResult.TimedOut timedOut
                    && timedOut.phase() == RunResult.TimedOut.Phase.CONNECT) {
                // The jump host may be what hangs; the next attempt shall find out.
                jump.retire();
            }
            throw e;
        } finally {
            if (!connected) {
                jump.close();
            }
        }
    }

    private Connection watched(Slot slot, Connection connection, @Nullable Lease jump) {
        connection
                .session()
                .addCloseFutureListener(closed -> {
                    retire(slot);
                    if (jump != null) {
                        jump.close();
                    }
                });
        return connection;
    }

    private void retire(Slot slot) {
        synchronized (this) {
            slot.retired = true;
            remove(slot);
        }
        closeIfUnused(slot);
    }

    private void remove(Slot slot) {
        slots.computeIfPresent(
                slot.target,
                (target, present) -> {
                    present.remove(slot);
                    return present.isEmpty() ? null : present;
                });
    }

    private void release(Slot slot, boolean tunnel) {
        synchronized (this) {
            slot.commands -= tunnel ? 0 : 1;
            slot.tunnels -= tunnel ? 1 : 0;
            slot.idleSince = nanoTime.getAsLong();
            if (settings.keepIdle().isZero() && slot.isIdle()) {
                slot.retired = true;
                remove(slot);
            }
        }
        closeIfUnused(slot);
        evictSurplus();
    }

    private void closeIfUnused(Slot slot) {
        boolean unused;
        synchronized (this) {
            unused = slot.retired && slot.isIdle();
        }
        if (unused && !slot.ready.isCompletedExceptionally()) {
            slot.ready.join().close();
        }
    }

    /** Closes what has been idle for longer than it is to be kept. */
    void evictIdle() {
        long now = nanoTime.getAsLong();
        long limit = settings.keepIdle().toNanos();
        idle().stream().filter(slot -> now - slot.idleSince >= limit).forEach(this::retireIfIdle);
    }

    private void evictSurplus() {
        List<Slot> idle = idle();
        int surplus = size() - settings.keptConnections();
        if (surplus > 0) {
            idle.stream()
                    .sorted(Comparator.comparingLong(slot -> slot.idleSince))
                    .limit(surplus)
                    .forEach(this::retireIfIdle);
        }
    }

    private void retireIfIdle(Slot slot) {
        boolean idle;
        synchronized (this) {
            idle = slot.isIdle();
            if (idle) {
                slot.retired = true;
                remove(slot);
            }
        }
        if (idle) {
            closeIfUnused(slot);
        }
    }

    private synchronized List<Slot> idle() {
        return slots.values().stream().flatMap(List::stream).filter(Slot::isIdle).toList();
    }

    /** Connections made or in the making. */
    synchronized int size() {
        return slots.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Retires the connections to what has or is known as this address, and those that lead through
     * it.
     */
    void forget(HostAddress address) {
        List<Slot> affected;
        synchronized (this) {
            affected =
                    slots.values().stream()
                            .flatMap(List::stream)
                            .filter(slot -> leadsThrough(slot.target, address))
                            .toList();
        }
        affected.forEach(this::retire);
    }

    private static boolean leadsThrough(@Nullable Target target, HostAddress address) {
        return target != null
                && (target.address().equals(address)
                        || target.knownAs().equals(address)
                        || leadsThrough(target.jump(), address));
    }
}
