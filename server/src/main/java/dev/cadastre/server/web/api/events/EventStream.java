package dev.cadastre.server.web.api.events;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.monitor.StateTold;
import dev.cadastre.api.run.RunTold;
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
 * Sends one listener what it is to hear. A stream ends after {@link #LONGEST}: the client's next
 * request shows whether it is still allowed to listen.
 */
@Component
class EventStream {

    static final Duration LONGEST = Duration.ofMinutes(10);
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    static final int RESUME_LIMIT = 10_000;

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);

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
    SseEmitter open(Listener listener, Hearing hearing, @Nullable Long last) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread sender =
                Thread.ofVirtual()
                        .name("events")
                        .unstarted(() -> send(emitter, listener, hearing, last));
        emitter.onCompletion(() -> stop(listener, sender));
        emitter.onTimeout(emitter::complete);
        sender.start();
        return emitter;
    }

    private void stop(Listener listener, Thread sender) {
        listeners.leave(listener);
        sender.interrupt();
    }

    private void send(SseEmitter emitter, Listener listener, Hearing hearing, @Nullable Long last) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            Set<Long> sent = resume(emitter, hearing, last);
            while (!listener.ended() && sent.size() < RESUME_LIMIT) {
                Told told = listener.next(HEARTBEAT);
                if (told != null) {
                    send(emitter, told, sent);
                } else if (!listener.ended()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
            }
            emitter.complete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            log.debug("A listener went away", e);
        } catch (RuntimeException e) {
            log.warn("A listener is cut off", e);
            emitter.completeWithError(e);
        } finally {
            listeners.leave(listener);
        }
    }

    private void send(SseEmitter emitter, Told told, Set<Long> sent) throws IOException {
        switch (told) {
            case Told.Happened(TimelineEvent event) -> {
                if (!sent.remove(event.id())) {
                    send(emitter, event);
                }
            }
            case Told.Changed(List<StateTold> items) ->
                    emitter.send(
                            SseEmitter.event()
                                    .name("states")
                                    .data(new ListPage<>(items, null), MediaType.APPLICATION_JSON));
            case Told.Progressed(RunTold run) ->
                    emitter.send(
                            SseEmitter.event().name("run").data(run, MediaType.APPLICATION_JSON));
        }
    }

    private Set<Long> resume(SseEmitter emitter, Hearing hearing, @Nullable Long last)
            throws IOException {
        Set<Long> sent = new HashSet<>();
        if (last != null && !hearing.timeline().equals(Reach.NONE)) {
            List<TimelineEvent> missed =
                    timeline.following(last, hearing.timeline().environments(), RESUME_LIMIT);
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
