package dev.cadastre.server.web.api.events;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The events that one listener still has to be sent. Whoever writes events never waits for it: a
 * listener that is too slow is cut off, and finds what it missed in the timeline when it comes
 * back.
 */
final class Listener {

    static final int QUEUE_LIMIT = 1_000;

    private final Reach reach;
    private final BlockingQueue<TimelineEvent> waiting = new ArrayBlockingQueue<>(QUEUE_LIMIT);
    private volatile boolean overrun;

    Listener(Reach reach) {
        this.reach = reach;
    }

    /** Takes an event if the listener may see it. */
    void offer(TimelineEvent event) {
        if (reach.covers(event.environment()) && !waiting.offer(event)) {
            overrun = true;
        }
    }

    /** Whether events were lost to it, so that it has to be cut off. */
    boolean overrun() {
        return overrun;
    }

    /** The next event, or null if none comes within {@code patience}. */
    @Nullable TimelineEvent next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
