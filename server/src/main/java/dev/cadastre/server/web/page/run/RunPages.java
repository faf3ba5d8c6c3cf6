package dev.cadastre.server.web.page.run;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.running.Plans;
import dev.cadastre.server.change.running.RunAsks;
import dev.cadastre.server.change.running.RunLookup;
import dev.cadastre.server.change.running.RunStory;
import dev.cadastre.server.change.running.Runs;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.page.Frames;
import dev.cadastre.server.web.page.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A run: its steps by hosts, what it waits for, and what can be asked of it. */
@Controller
class RunPages {

    private final Runs runs;
    private final RunLookup lookup;
    private final RunAsks asks;
    private final Plans plans;
    private final Permitted permitted;
    private final Frames frames;

    RunPages(
            Runs runs,
            RunLookup lookup,
            RunAsks asks,
            Plans plans,
            Permitted permitted,
            Frames frames) {
        this.runs = runs;
        this.lookup = lookup;
        this.asks = asks;
        this.plans = plans;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/runs/{id}")
    ModelAndView run(
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String hosts,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "0") int from) {
        Reach reach = permitted.read(Part.CHANGE);
        MatrixFilter filter = MatrixFilter.of(id, hosts, rows, from);
        RunStory story = lookup.story(id, reach).orElseThrow(() -> RunLookup.unknown(id));
        return View.of(
                "run/page",
                "frame",
                frames.of(
                        request,
                        "%s, run %d".formatted(story.run().change(), id),
                        "runs",
                        ApiPath.BASE + "/runs/" + id),
                "wording",
                frames.wording(),
                "page",
                page(story, filter, reach));
    }

    private RunPage page(RunStory story, MatrixFilter filter, Reach reach) {
        long id = story.run().id();
        return new RunPage(
                story,
                RunMatrix.of(story.view(), story.lanes(), filter),
                RunTrouble.of(story.lanes()),
                RunQuestions.of(story.questions()),
                asks.waiting(id, reach),
                runs.choices(story, RunOffer.WHOLE).stream().map(RunOffer::of).toList(),
                lookup.told(id, reach).map(RunTale::of).orElse(null),
                plans.find(story.run().plan(), reach).isPresent());
    }
}
