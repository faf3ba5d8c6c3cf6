package dev.cadastre.server.web.api.events;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The events that one listener still has to be sent. Whoever writes events never waits for it: a
 * listener that is too slow is cut off, and finds what it missed in the timeline when it comes
 * back. Thread-safe.
 */
final class Listener {

    static final int QUEUE_LIMIT = 1_000;

    private final Reach reach;

    /** Empty stands for the end, and wakes whoever waits. */
    private final BlockingQueue<Optional<TimelineEvent>> waiting =
            new ArrayBlockingQueue<>(QUEUE_LIMIT);

    private volatile boolean ended;

    Listener(Reach reach) {
        this.reach = reach;
    }

    /** Takes an event if the listener may see it. */
    void offer(TimelineEvent event) {
        if (reach.covers(event.environment()) && !waiting.offer(Optional.of(event))) {
            end();
        }
    }

    /** Sends it nothing any more. */
    void end() {
        ended = true;
        waiting.offer(Optional.empty());
    }

    /** Whether it is cut off. */
    boolean ended() {
        return ended;
    }

    /** The next event, or null if none comes within {@code patience} or before the end. */
    @Nullable TimelineEvent next(Duration patience) throws InterruptedException {
        Optional<TimelineEvent> next = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? null : next.orElse(null);
    }
}
