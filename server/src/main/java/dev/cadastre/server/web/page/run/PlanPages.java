package dev.cadastre.server.web.page.run;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.running.Plans;
import dev.cadastre.server.change.running.Runs;
import dev.cadastre.server.change.running.StartRules;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.problem.Problems;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.page.FormFaults;
import dev.cadastre.server.web.page.Frames;
import dev.cadastre.server.web.page.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A plan: what a change would do where, and the button that has it done. */
@Controller
@RequestMapping("/runs/plans/{id}")
class PlanPages {

    private final Plans plans;
    private final Runs runs;
    private final Problems problems;
    private final Permitted permitted;
    private final Frames frames;

    PlanPages(Plans plans, Runs runs, Problems problems, Permitted permitted, Frames frames) {
        this.plans = plans;
        this.runs = runs;
        this.problems = problems;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView plan(HttpServletRequest request, @PathVariable UUID id)
            throws InterruptedException {
        return page(request, id, "", FormFaults.NONE);
    }

    @PostMapping("/start")
    ModelAndView start(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why)
            throws InterruptedException {
        permitted.reach(Verb.RUN, Part.CHANGE);
        try {
            return View.redirect(RunWording.toRun(runs.start(id, why, false, reach()).id()));
        } catch (ChangeRefused refused) {
            if (refused.reason() == ChangeRefused.Reason.UNKNOWN) {
                throw refused;
            }
            FormFaults faults =
                    FormFaults.of(
                            problems.explain(request, refused),
                            where -> "why".equals(where) ? "why" : "");
            return page(request, id, why, faults);
        }
    }

    private ModelAndView page(HttpServletRequest request, UUID id, String why, FormFaults faults)
            throws InterruptedException {
        ChangePlan plan =
                plans.await(id, Duration.ZERO, reach())
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemKind.CHANGE_UNKNOWN,
                                        "There is no plan " + id + ".",
                                        "Make one at the command line: cadastre run plan."));
        return faults.answered(
                View.of(
                        "run/plan",
                        "frame",
                        frames.of(
                                request,
                                "Plan of " + plan.change(),
                                "runs",
                                ApiPath.BASE + "/plans/" + id),
                        "wording",
                        frames.wording(),
                        "page",
                        new PlanPage(
                                plan,
                                PlanGroup.of(plan.places()),
                                StartRules.obstacles(plan),
                                runs.mayStart(plan),
                                why,
                                faults)));
    }

    private Reach reach() {
        return permitted.read(Part.CHANGE);
    }
}
