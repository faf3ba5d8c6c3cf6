package dev.cadastre.server.web.page;

import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The manual, as it came with this server. */
@Controller
class ManualPages {

    private final Manual manual;
    private final Frames frames;

    ManualPages(Manual manual, Frames frames) {
        this.manual = manual;
        this.frames = frames;
    }

    @GetMapping("/manual")
    ModelAndView first(HttpServletRequest request) {
        return show(request, manual.chapters().getFirst());
    }

    @GetMapping("/manual/{name}")
    ModelAndView chapter(HttpServletRequest request, @PathVariable String name) {
        return show(
                request,
                manual.chapter(name)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemKind.ROUTE_UNKNOWN,
                                        "The manual has no chapter " + name + ".",
                                        "All chapters are listed at /manual.")));
    }

    private ModelAndView show(HttpServletRequest request, ManualChapter chapter) {
        return View.of(
                "manual/page",
                "frame",
                frames.of(request, chapter.title(), "", null),
                "chapters",
                manual.chapters(),
                "chapter",
                chapter);
    }
}
