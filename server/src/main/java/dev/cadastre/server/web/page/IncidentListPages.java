package dev.cadastre.server.web.page;

import dev.cadastre.api.Environment;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.silence.Silences;
import dev.cadastre.server.alerting.watching.Incidents;
import dev.cadastre.server.web.api.Environments;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Incidents: those that are not over first, or those that were. */
@Controller
class IncidentListPages {

    private static final int PAGE = 100;

    private final Incidents incidents;
    private final Silences silences;
    private final Environments environments;
    private final Permitted permitted;
    private final Frames frames;

    IncidentListPages(
            Incidents incidents,
            Silences silences,
            Environments environments,
            Permitted permitted,
            Frames frames) {
        this.incidents = incidents;
        this.silences = silences;
        this.environments = environments;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/incidents")
    ModelAndView list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam @Nullable String after) {
        Reach reach = permitted.read(Part.ALERTING);
        String position = Links.position(after);
        List<Incident> found =
                incidents.find(
                        new IncidentQuery(
                                states(state),
                                HostListPages.Filter.filled(environment),
                                null,
                                position == null ? null : new Cursor(position).number(),
                                PAGE + 1),
                        reach);
        List<Incident> shown = found.subList(0, Math.min(PAGE, found.size()));
        String last = found.size() > PAGE ? Long.toString(shown.getLast().id()) : null;
        return View.of(
                "incident/list",
                "frame",
                frames.of(request, "Incidents", "incidents", ApiPath.BASE + "/incidents"),
                "wording",
                frames.wording(),
                "listing",
                new IncidentListing(
                        shown,
                        silences.covering(shown).keySet(),
                        any(shown, reach),
                        state,
                        environment,
                        environments.all(null).stream().map(Environment::name).toList(),
                        Links.next(
                                "/incidents", last, "state", state, "environment", environment)));
    }

    private boolean any(List<Incident> shown, Reach reach) {
        return !shown.isEmpty()
                || !incidents
                        .find(new IncidentQuery(Set.of(), null, null, null, 1), reach)
                        .isEmpty();
    }

    private static Set<IncidentState> states(String state) {
        return switch (state) {
            case "" -> Set.of(IncidentState.OPEN, IncidentState.ACKNOWLEDGED);
            case "open" -> Set.of(IncidentState.OPEN);
            case "acknowledged" -> Set.of(IncidentState.ACKNOWLEDGED);
            case "resolved" -> Set.of(IncidentState.RESOLVED);
            case "all" -> Set.of();
            default ->
                    throw new ProblemException(
                            ProblemKind.PARAMETERS_BAD,
                            "“%s” is no state of an incident.".formatted(state),
                            "Choose one on the page of all incidents.");
        };
    }
}
