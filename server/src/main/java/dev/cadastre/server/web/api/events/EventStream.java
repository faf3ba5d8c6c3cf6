package dev.cadastre.server.web.api.events;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.web.api.TimelineRecords;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends one listener the timeline as it grows. A stream ends after {@link #LONGEST}: the client's
 * next request shows whether it is still allowed to listen.
 */
@Component
class EventStream {

    static final Duration LONGEST = Duration.ofMinutes(10);
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    static final int RESUME_LIMIT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final Timeline timeline;
    private final TimelineRecords records;
    private final Listeners listeners;

    EventStream(Timeline timeline, TimelineRecords records, Listeners listeners) {
        this.timeline = timeline;
        this.records = records;
        this.listeners = listeners;
    }

    /**
     * Begins to send. A stream that had to resume with {@link #RESUME_LIMIT} events ends with the
     * last of them, and the client comes back for more. The listener has joined before the timeline
     * is read, so that nothing falls between the two.
     *
     * @param last the id of the last event that the client saw; null to begin with the present
     */
    SseEmitter open(Listener listener, Reach reach, @Nullable Long last) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread sender =
                Thread.ofVirtual()
                        .name("events")
                        .unstarted(() -> send(emitter, listener, reach, last));
        emitter.onCompletion(() -> stop(listener, sender));
        emitter.onTimeout(emitter::complete);
        sender.start();
        return emitter;
    }

    private void stop(Listener listener, Thread sender) {
        listeners.leave(listener);
        sender.interrupt();
    }

    private void send(SseEmitter emitter, Listener listener, Reach reach, @Nullable Long last) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            Set<Long> sent = resume(emitter, reach, last);
            while (!listener.ended() && sent.size() < RESUME_LIMIT) {
                TimelineEvent event = listener.next(HEARTBEAT);
                if (event == null && !listener.ended()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                } else if (event != null && !sent.remove(event.id())) {
                    send(emitter, event);
                }
            }
            emitter.complete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A listener went away", e);
        } catch (RuntimeException e) {
            LOG.warn("A listener is cut off", e);
            emitter.completeWithError(e);
        } finally {
            listeners.leave(listener);
        }
    }

    private Set<Long> resume(SseEmitter emitter, Reach reach, @Nullable Long last)
            throws IOException {
        Set<Long> sent = new HashSet<>();
        if (last != null) {
            List<TimelineEvent> missed =
                    timeline.following(last, reach.environments(), RESUME_LIMIT);
            for (TimelineEvent event : missed) {
                send(emitter, event);
                sent.add(event.id());
            }
        }
        return sent;
    }

    private void send(SseEmitter emitter, TimelineEvent event) throws IOException {
        emitter.send(
                SseEmitter.event()
                        .id(Long.toString(event.id()))
                        .name("timeline")
                        .data(records.event(event), MediaType.APPLICATION_JSON));
    }
}
