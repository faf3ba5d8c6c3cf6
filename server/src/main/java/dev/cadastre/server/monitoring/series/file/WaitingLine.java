package dev.cadastre.server.monitoring.series.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Monitors in the order in which something of them began to wait. Times are those of one monotonic
 * clock, in nanoseconds. Thread-safe.
 */
final class WaitingLine {

    private final Deque<Waiting> line = new ArrayDeque<>();
    private final TreeMap<Long, Integer> bySegment = new TreeMap<>();

    /** At the end of the line, unless it is in it. */
    synchronized void add(Waiting waiting, long now, long segment) {
        if (waiting.enqueue(now, segment)) {
            line.add(waiting);
            bySegment.merge(segment, 1, Integer::sum);
        }
    }

    /** The first of those that are in the line at least since then; the caller has to settle it. */
    synchronized Optional<Turn> next(long since) {
        Waiting first = line.peek();
        if (first == null || first.queuedAt() - since > 0) {
            return Optional.empty();
        }
        line.remove();
        Turn turn = new Turn(first, first.segment());
        first.dequeued();
        return Optional.of(turn);
    }

    /**
     * A monitor whose turn it is.
     *
     * @param segment of the journal, before which nothing of it stands
     */
    record Turn(Waiting waiting, long segment) {}

    /** What waited is in its file. */
    synchronized void done(Turn turn) {
        release(turn.segment());
    }

    /** It could not be written, and waits anew; its segment is still needed. */
    synchronized void again(Turn turn, long now) {
        if (turn.waiting().enqueue(now, turn.segment())) {
            line.add(turn.waiting());
        } else {
            release(turn.waiting().needFrom(turn.segment()));
        }
    }

    private void release(long segment) {
        bySegment.computeIfPresent(segment, (key, count) -> count == 1 ? null : count - 1);
    }

    /** The first segment of the journal that is needed; {@code otherwise} if none is. */
    synchronized long neededSegment(long otherwise) {
        return bySegment.isEmpty() ? otherwise : bySegment.firstKey();
    }

    /** For how long the first has been in the line. */
    synchronized long longest(long now) {
        Waiting first = line.peek();
        return first == null ? 0 : now - first.queuedAt();
    }
}
