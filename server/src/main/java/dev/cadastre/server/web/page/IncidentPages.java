package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Asset;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.alerting.delivering.Deliveries;
import dev.cadastre.server.alerting.delivering.DeliveryQuery;
import dev.cadastre.server.alerting.silence.Silences;
import dev.cadastre.server.alerting.watching.Incidents;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.web.api.MapRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.problem.Problems;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An incident: its cause, what changed before it, whom it concerns, and who looks after it. */
@Controller
@RequestMapping("/incidents/{id}")
class IncidentPages {

    private static final int DELIVERIES = 30;

    private final Incidents incidents;
    private final Silences silences;
    private final Deliveries deliveries;
    private final Assets assets;
    private final Problems problems;
    private final Permitted permitted;
    private final Frames frames;

    IncidentPages(
            Incidents incidents,
            Silences silences,
            Deliveries deliveries,
            Assets assets,
            Problems problems,
            Permitted permitted,
            Frames frames) {
        this.incidents = incidents;
        this.silences = silences;
        this.deliveries = deliveries;
        this.assets = assets;
        this.problems = problems;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView incident(HttpServletRequest request, @PathVariable long id) {
        return page(request, id, "", FormFaults.NONE);
    }

    @PostMapping("/acknowledge")
    ModelAndView acknowledge(@PathVariable long id) {
        incidents.acknowledge(id, permitted.reach(Verb.WRITE, Part.ALERTING));
        return View.redirect(IncidentWording.toIncident(id));
    }

    @PostMapping("/resolve")
    ModelAndView resolve(@PathVariable long id) {
        incidents.resolve(id, permitted.reach(Verb.WRITE, Part.ALERTING));
        return View.redirect(IncidentWording.toIncident(id));
    }

    @PostMapping("/comments")
    ModelAndView comment(
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text) {
        try {
            incidents.comment(id, text, permitted.reach(Verb.WRITE, Part.ALERTING));
            return View.redirect(IncidentWording.toIncident(id));
        } catch (AlertingRefused refused) {
            if (refused.reason() != AlertingRefused.Reason.INVALID) {
                throw refused;
            }
            return page(
                    request,
                    id,
                    text,
                    FormFaults.of(problems.explain(request, refused), _ -> "text"));
        }
    }

    private ModelAndView page(HttpServletRequest request, long id, String text, FormFaults faults) {
        IncidentStory story =
                incidents
                        .story(id, permitted.read(Part.ALERTING))
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemKind.ALERTING_UNKNOWN,
                                        "There is no incident with the id " + id + ".",
                                        "See the page of all incidents for those there are."));
        String environment = story.incident().environment();
        return faults.answered(
                View.of(
                        "incident/page",
                        "frame",
                        frames.of(
                                request,
                                story.incident().title(),
                                "incidents",
                                ApiPath.BASE + "/incidents/" + id),
                        "wording",
                        frames.wording(),
                        "page",
                        new IncidentPage(
                                story,
                                asset(story.incident().cause()),
                                MapRecords.owner(story.owner()),
                                silences.covering(story.incident()).orElse(null),
                                deliveries.list(
                                        new DeliveryQuery(null, id, null, null, DELIVERIES),
                                        permitted.read(Part.ALERTING)),
                                permitted.may(Verb.WRITE, Part.ALERTING, environment),
                                text,
                                faults)));
    }

    private @Nullable Asset asset(String id) {
        return permitted.mayAnywhere(Verb.READ, Part.INVENTORY)
                ? assets.named(id, null, permitted.read(Part.INVENTORY))
                        .map(MapRecords::asset)
                        .orElse(null)
                : null;
    }
}
