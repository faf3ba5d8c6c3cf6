package dev.cadastre.server.web.page.run;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.RunLookup;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.page.Frames;
import dev.cadastre.server.web.page.Links;
import dev.cadastre.server.web.page.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Runs by environment, the newest first. */
@Controller
class RunListPages {

    private static final int PAGE = 50;

    private final RunLookup lookup;
    private final Permitted permitted;
    private final Frames frames;

    RunListPages(RunLookup lookup, Permitted permitted, Frames frames) {
        this.lookup = lookup;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/runs")
    ModelAndView list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String host,
            @RequestParam(defaultValue = "") String change,
            @RequestParam @Nullable String after) {
        Reach reach = permitted.read(Part.CHANGE);
        RunFilter filter = new RunFilter(environment, status, host, change);
        String position = Links.position(after);
        Long before = position == null ? null : Long.valueOf(new Cursor(position).number());
        List<ChangeRun> found = lookup.find(filter.query(before, PAGE + 1), reach);
        List<ChangeRun> shown = found.subList(0, Math.min(PAGE, found.size()));
        Long last = found.size() > PAGE ? Long.valueOf(shown.getLast().id()) : null;
        return View.of(
                "run/list",
                "frame",
                frames.of(request, "Runs", "runs", filter.twin()),
                "wording",
                frames.wording(),
                "listing",
                new RunListing(lookup.tallies(reach), shown, filter, filter.next(last)));
    }
}
