package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.silence.Silences;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.Problems;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Silences: what nobody is told of for a while, and why. */
@Controller
@RequestMapping("/silences")
class SilencePages {

    private static final String PATH = "/silences";

    private final Silences silences;
    private final Problems problems;
    private final Permitted permitted;
    private final Frames frames;

    SilencePages(Silences silences, Problems problems, Permitted permitted, Frames frames) {
        this.silences = silences;
        this.problems = problems;
        this.permitted = permitted;
        this.frames = frames;
    }

    /** A link may name what the form is to be about. */
    @GetMapping
    ModelAndView list(HttpServletRequest request, @RequestParam @Nullable String asset) {
        return page(request, SilenceForm.about(asset), FormFaults.NONE);
    }

    @PostMapping
    ModelAndView begin(HttpServletRequest request, @ModelAttribute SilenceForm form) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        try {
            silences.begin(form.silence());
            return View.redirect(PATH);
        } catch (AlertingRefused refused) {
            FormFaults faults =
                    FormFaults.of(problems.explain(request, refused), SilenceForm::field);
            return page(request, form, faults);
        }
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable long id) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        silences.end(id, permitted.read(Part.ALERTING));
        return View.redirect(PATH);
    }

    private ModelAndView page(HttpServletRequest request, SilenceForm form, FormFaults faults) {
        return faults.answered(
                View.of(
                        "incident/silences",
                        "frame",
                        frames.of(request, "Silences", "incidents", ApiPath.BASE + PATH),
                        "wording",
                        frames.wording(),
                        "silences",
                        silences.current(permitted.read(Part.ALERTING)),
                        "writer",
                        permitted.mayAnywhere(Verb.WRITE, Part.ALERTING),
                        "form",
                        form,
                        "faults",
                        faults));
    }
}
