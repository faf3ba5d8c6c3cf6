package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.monitor.KnownMonitors;
import dev.cadastre.server.web.api.monitor.MonitorChanges;
import dev.cadastre.server.web.api.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one does with a monitor from its page. */
@Controller
@RequestMapping("/monitors/{id}")
class MonitorActions {

    /** What a check may take beside its own time, such as to wait for its host's turn. */
    private static final Duration BESIDE = Duration.ofSeconds(3);

    private final Monitors monitors;
    private final Downtimes downtimes;
    private final MonitorChanges changes;
    private final KnownMonitors known;
    private final MonitorPages pages;
    private final MonitorWork work;
    private final Problems problems;
    private final Permitted permitted;
    private final Clock clock;

    MonitorActions(
            Monitors monitors,
            Downtimes downtimes,
            MonitorChanges changes,
            KnownMonitors known,
            MonitorPages pages,
            MonitorWork work,
            Problems problems,
            Permitted permitted,
            Clock clock) {
        this.monitors = monitors;
        this.downtimes = downtimes;
        this.changes = changes;
        this.known = known;
        this.pages = pages;
        this.work = work;
        this.problems = problems;
        this.permitted = permitted;
        this.clock = clock;
    }

    /** Answers when the check has. */
    @PostMapping("/check")
    ModelAndView check(@PathVariable long id, @RequestParam(defaultValue = "") String range)
            throws InterruptedException {
        var reach = permitted.reach(Verb.RUN, Part.MONITORING);
        Duration patience = known.visible(id).definition().timeout().plus(BESIDE);
        monitors.check(id, patience, reach);
        return View.redirect(Links.to("/monitors/" + id, "range", range));
    }

    @PostMapping("/enabled")
    ModelAndView enable(
            @PathVariable long id, @RequestParam(defaultValue = "true") boolean enabled) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        changes.enable(known.visible(id), enabled, null);
        return View.redirect("/monitors/" + id);
    }

    @PostMapping("/downtimes")
    ModelAndView begin(
            HttpServletRequest request, @PathVariable long id, @ModelAttribute DowntimeForm form) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        Monitor one = known.visible(id);
        try {
            downtimes.begin(form.of(one.row().asset(), clock.instant()));
            return View.redirect("/monitors/" + id);
        } catch (MonitorRefused refused) {
            FormFaults faults =
                    FormFaults.of(problems.explain(request, refused), DowntimeForm::field);
            return pages.page(request, one, MonitorPages.Asked.NOTHING, work.of(one, form, faults));
        }
    }

    @PostMapping("/downtimes/{downtime}/end")
    ModelAndView end(@PathVariable long id, @PathVariable long downtime) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        downtimes.end(downtime, known.reach());
        return View.redirect("/monitors/" + known.visible(id).row().id());
    }
}
