package dev.cadastre.server.web.api.events;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens, as it happens. */
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
     * What to send.
     *
     * @param only one kind of events; all that the reader may see if it is not given
     */
    @Parameters
    record EventParameters(@Nullable Only only) {}

    /** Kinds of events. */
    enum Only {
        TIMELINE,
        STATES,
        RUNS
    }

    /**
     * Events as they happen: {@code timeline} as it grows, {@code states}, the monitors of which
     * something else is thought, and {@code run}, a run of a change of which more is known. After a
     * break a client sends the last id it saw in {@code Last-Event-ID}, as browsers do by
     * themselves, and gets what it missed of the timeline; around the break it may get an event
     * twice. States that it missed it reads from the monitors, and runs from the runs.
     */
    @GetMapping(path = ApiPath.BASE + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            EventParameters parameters,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        Hearing hearing = hearing(parameters.only());
        Listener listener = listeners.join(hearing);
        if (listener == null) {
            throw new ProblemException(
                    ProblemKind.LISTENERS_MANY,
                    "Already " + Listeners.MOST + " listeners follow what happens.",
                    "End some, or read /api/v1/timeline from time to time.");
        }
        return stream.open(listener, hearing, last);
    }

    /** What is asked for has to be allowed; what is not asked for is sent if it is. */
    private Hearing hearing(@Nullable Only only) {
        return switch (only) {
            case STATES -> new Hearing(Reach.NONE, permitted.read(Part.MONITORING), Reach.NONE);
            case TIMELINE -> new Hearing(permitted.read(Part.TIMELINE), Reach.NONE, Reach.NONE);
            case RUNS -> new Hearing(Reach.NONE, Reach.NONE, permitted.read(Part.CHANGE));
            case null ->
                    new Hearing(
                            permitted.read(Part.TIMELINE),
                            ifAllowed(Part.MONITORING),
                            ifAllowed(Part.CHANGE));
        };
    }

    private Reach ifAllowed(Part part) {
        return permitted.mayAnywhere(Verb.READ, part) ? permitted.read(part) : Reach.NONE;
    }
}
