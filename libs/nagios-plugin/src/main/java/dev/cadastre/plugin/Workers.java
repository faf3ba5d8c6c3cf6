package dev.cadastre.plugin;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The workers of a launcher, one for each account that a plug-in was to run as. Thread-safe. */
final class Workers implements AutoCloseable {
    private final WorkerJvm jvm;
    private final int concurrency;
    private final Duration grace;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Map<Account, Seat> seats = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Starts none.
     *
     * @param concurrency how many runs each may be given at once
     * @param grace as for all plug-ins
     * @param patience after which silence of one that has something to do means that it hangs
     * @param nanoTime a clock that only goes forward
     */
    Workers(
            WorkerJvm jvm,
            int concurrency,
            Duration grace,
            Duration patience,
            LongSupplier nanoTime) {
        this.jvm = jvm;
        this.concurrency = concurrency;
        this.grace = grace;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** The worker for an account, if it lives already; does not wait. */
    Optional<Worker> living(Account account) {
        Seat seat = seats.get(account);
        return seat == null ? Optional.empty() : seat.living();
    }

    /**
     * The worker for an account, which is started if there is none.
     *
     * @throws IOException if it cannot be, or could not be so recently that it is not tried
     */
    Worker of(Account account) throws IOException {
        return seats.computeIfAbsent(account, Seat::new).worker();
    }

    @Override
    public void close() {
        closed = true;
        seats.values().forEach(Seat::close);
    }

    /** Where at most one worker for an account is. */
    private final class Seat {
        private final Account account;
        private final BackOff backOff = new BackOff(nanoTime);
        private volatile @Nullable Worker worker;
        private String failure = "";

        Seat(Account account) {
            this.account = account;
        }

        Optional<Worker> living() {
            return Optional.ofNullable(worker).filter(Worker::isAlive);
        }

        synchronized Worker worker() throws IOException {
            Worker known = worker;
            if (known != null && known.isAlive()) {
                return known;
            }
            if (known != null) {
                judge(known);
            }
            Duration remaining = backOff.remaining();
            if (closed || remaining.isPositive()) {
                throw new IOException(
                        closed
                                ? "the launcher is closed"
                                : failure + "; it is tried again in " + Durations.print(remaining));
            }
            return start();
        }

        /** One that has been of use may be followed by another at once. */
        private void judge(Worker dead) {
            worker = null;
            if (dead.hasAnswered()) {
                backOff.succeeded();
            } else {
                failure = "its worker ended before it had run anything";
                backOff.failed();
            }
        }

        private Worker start() throws IOException {
            try {
                Worker started =
                        Worker.start(jvm, new Order.Serve(account, concurrency, grace), patience);
                worker = started;
                return started;
            } catch (IOException e) {
                failure = String.valueOf(e.getMessage());
                backOff.failed();
                throw e;
            }
        }

        synchronized void close() {
            Worker known = worker;
            if (known != null) {
                known.close(grace);
            }
        }
    }
}
