package dev.cadastre.server.web.api.incident;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.incident.CommentRequest;
import dev.cadastre.api.incident.Incident;
import dev.cadastre.api.incident.IncidentComment;
import dev.cadastre.api.incident.IncidentStory;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.silence.Silences;
import dev.cadastre.server.alerting.watching.Incidents;
import dev.cadastre.server.monitoring.window.Window;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Incidents: what is broken because of what, and what people do about it. */
@RestController
@RequestMapping(ApiPath.BASE + "/incidents")
class IncidentsController {

    private final Incidents incidents;
    private final Silences silences;
    private final Permitted permitted;

    IncidentsController(Incidents incidents, Silences silences, Permitted permitted) {
        this.incidents = incidents;
        this.silences = silences;
        this.permitted = permitted;
    }

    /**
     * Which incidents.
     *
     * @param state of which UNRESOLVED means those that are not over
     * @param env where the cause is
     * @param asset of this cause, or with a failure of this asset
     */
    @Parameters
    record ListParameters(
            @Nullable IncidentsWanted state,
            @Nullable String env,
            @Nullable String asset,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        IncidentQuery query(int most) {
            return new IncidentQuery(
                    state == null ? Set.of() : state.states(),
                    env,
                    asset,
                    after == null ? null : after.number(),
                    most);
        }
    }

    /** Incidents, the newest first. */
    @GetMapping
    ListPage<Incident> list(ListParameters parameters) {
        int limit = Limit.of(parameters.limit());
        List<dev.cadastre.server.alerting.Incident> found =
                incidents.find(parameters.query(limit + 1), reach());
        Map<Long, Window> covering = silences.covering(found);
        return Pages.cut(
                found,
                limit,
                one -> Long.toString(one.id()),
                one -> IncidentRecords.incident(one, covering.get(one.id())));
    }

    /** All that is known of an incident. */
    @GetMapping("/{id}")
    IncidentStory one(@PathVariable long id) {
        return incidents
                .story(id, reach())
                .map(story -> IncidentRecords.story(story, wire(story.incident())))
                .orElseThrow(() -> unknown(id));
    }

    /** Looks after an incident, so that nobody is reminded of it. */
    @PostMapping("/{id}/acknowledge")
    Incident acknowledge(@PathVariable long id) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        return wire(incidents.acknowledge(id, reach()));
    }

    /** Says something of an incident. */
    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    IncidentComment comment(@PathVariable long id, @RequestBody CommentRequest sent) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        return IncidentRecords.comment(incidents.comment(id, sent.text(), reach()));
    }

    /** Says that an incident is over; what still fails of it is not told until it changes. */
    @PostMapping("/{id}/resolve")
    Incident resolve(@PathVariable long id) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        return wire(incidents.resolve(id, reach()));
    }

    private Incident wire(dev.cadastre.server.alerting.Incident one) {
        return IncidentRecords.incident(one, silences.covering(one).orElse(null));
    }

    private Reach reach() {
        return permitted.read(Part.ALERTING);
    }

    private static ProblemException unknown(long id) {
        return new ProblemException(
                ProblemKind.ALERTING_UNKNOWN,
                "There is no incident with the id " + id + ".",
                "See /api/v1/incidents for those there are.");
    }
}
