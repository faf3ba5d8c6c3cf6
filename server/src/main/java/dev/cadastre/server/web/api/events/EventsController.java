package dev.cadastre.server.web.api.events;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The timeline as it grows. */
@RestController
class EventsController {

    private final EventStream stream;
    private final Listeners listeners;
    private final Permitted permitted;

    EventsController(EventStream stream, Listeners listeners, Permitted permitted) {
        this.stream = stream;
        this.listeners = listeners;
        this.permitted = permitted;
    }

    /**
     * Timeline events as they happen. After a break a client sends the last id it saw in {@code
     * Last-Event-ID}, as browsers do by themselves, and gets what it missed; around the break it
     * may get an event twice.
     */
    @GetMapping(path = ApiPath.BASE + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        Reach reach = permitted.read(Part.TIMELINE);
        Listener listener = listeners.join(reach);
        if (listener == null) {
            throw new ProblemException(
                    ProblemKind.LISTENERS_MANY,
                    "Already " + Listeners.MOST + " listeners follow the timeline.",
                    "End some, or read /api/v1/timeline from time to time.");
        }
        return stream.open(listener, reach, last);
    }
}
