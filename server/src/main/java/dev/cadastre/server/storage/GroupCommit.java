package dev.cadastre.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes together what several bring at the same time, so that a transaction and its statements are
 * paid once for all of them: who comes while one group is written waits, and is part of the next.
 * Alone, nobody waits for others. Thread-safe.
 *
 * @param <W> what is to be written
 * @param <R> what became of it
 */
public final class GroupCommit<W, R> {

    private final Queue<Pending<W, R>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Function<List<W>, List<R>> writer;
    private final int limit;

    /**
     * @param limit the most that are written at once
     * @param writer writes them in one transaction, and returns one result for each, in their
     *     order, when it is committed. What it throws, all of them get
     */
    public GroupCommit(int limit, Function<List<W>, List<R>> writer) {
        this.limit = limit;
        this.writer = writer;
    }

    /** Returns when it is written. */
    public R write(W work) {
        return writeAll(List.of(work)).getFirst();
    }

    /** Returns when all are written, in groups that may have others among them. */
    public List<R> writeAll(List<W> work) {
        List<Pending<W, R>> own = new ArrayList<>();
        for (W one : work) {
            own.add(new Pending<>(one));
        }
        waiting.addAll(own);
        turn.lock();
        try {
            while (own.stream().anyMatch(Pending::open)) {
                writeNext();
            }
        } finally {
            turn.unlock();
        }
        return own.stream().map(Pending::result).toList();
    }

    private void writeNext() {
        List<Pending<W, R>> group = new ArrayList<>();
        for (Pending<W, R> next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
            if (group.size() == limit) {
                break;
            }
        }
        RuntimeException failure = new IllegalStateException("The group was not written");
        try {
            List<R> results = writer.apply(group.stream().map(Pending::work).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).done(Objects.requireNonNull(results.get(i)));
            }
        } catch (RuntimeException thrown) {
            failure = thrown;
        } finally {
            // Also where an error ends the writer's thread: whoever is part of the group has an
            // end.
            for (Pending<W, R> pending : group) {
                if (pending.open()) {
                    pending.failed(failure);
                }
            }
        }
    }

    /** One who waits. Seen by others only under the lock. */
    private static final class Pending<W, R> {

        private final W work;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        Pending(W work) {
            this.work = work;
        }

        W work() {
            return work;
        }

        boolean open() {
            return result == null && failure == null;
        }

        void done(R written) {
            this.result = written;
        }

        void failed(RuntimeException thrown) {
            this.failure = thrown;
        }

        R result() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(result);
        }
    }
}
