package dev.cadastre.server.web.api.events;

import dev.cadastre.api.monitor.StateTold;
import dev.cadastre.api.run.RunTold;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** So many states are sent together at most. */
    private static final int TOGETHER = 200;

    private final Hearing hearing;

    /** Empty stands for the end, and wakes whoever waits. */
    private final BlockingQueue<Optional<Told>> waiting = new ArrayBlockingQueue<>(QUEUE_LIMIT);

    private volatile boolean ended;

    Listener(Hearing hearing) {
        this.hearing = hearing;
    }

    /** Takes an event if the listener may see it. */
    void offer(TimelineEvent event) {
        if (hearing.timeline().covers(event.environment())) {
            send(new Told.Happened(event));
        }
    }

    /** Takes what is thought of monitors, as far as the listener may see them. */
    void offer(List<StateTold> changes) {
        List<StateTold> seen =
                changes.stream().filter(one -> hearing.states().covers(one.environment())).toList();
        for (int i = 0; i < seen.size(); i += TOGETHER) {
            send(new Told.Changed(seen.subList(i, Math.min(seen.size(), i + TOGETHER))));
        }
    }

    /** Takes that more is known of a run with hosts in these environments. */
    void offer(RunTold run, Set<String> environments) {
        boolean isSeen =
                hearing.runs().equals(Reach.ALL)
                        || environments.stream().anyMatch(hearing.runs()::covers);
        if (isSeen) {
            send(new Told.Progressed(run));
        }
    }

    private void send(Told told) {
        if (!waiting.offer(Optional.of(told))) {
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

    /** The next thing to send, or null if none comes within {@code patience} or before the end. */
    @Nullable Told next(Duration patience) throws InterruptedException {
        Optional<Told> next = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? null : next.orElse(null);
    }
}
