package dev.cadastre.server.web.page.manual;

import dev.cadastre.manual.Manual;
import dev.cadastre.manual.Page;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.page.Frames;
import dev.cadastre.server.web.page.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The manual, as it came with this server. */
@Controller
class ManualPages {

    private final ObjectProvider<Manual> manual;
    private final Frames frames;

    ManualPages(ObjectProvider<Manual> manual, Frames frames) {
        this.manual = manual;
        this.frames = frames;
    }

    @GetMapping("/manual")
    ModelAndView first(
            HttpServletRequest request, @RequestParam(name = "q", defaultValue = "") String words) {
        Manual whole = manual.getObject();
        String sought = words.strip();
        return View.of(
                sought.isEmpty() ? "manual/first" : "manual/found",
                "frame",
                frames.of(request, "Manual", "", null),
                "manual",
                whole,
                "words",
                sought,
                "found",
                whole.search(sought));
    }

    @GetMapping("/manual/{name}")
    ModelAndView page(HttpServletRequest request, @PathVariable String name) {
        return show(request, name);
    }

    @GetMapping("/manual/{folder}/{name}")
    ModelAndView pageOfAFolder(
            HttpServletRequest request, @PathVariable String folder, @PathVariable String name) {
        return show(request, folder + "/" + name);
    }

    private ModelAndView show(HttpServletRequest request, String name) {
        Manual whole = manual.getObject();
        Page page =
                whole.page(name)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemKind.ROUTE_UNKNOWN,
                                        "The manual has no page " + name + ".",
                                        "All chapters are listed at /manual."));
        return View.of(
                "manual/page",
                "frame",
                frames.of(request, page.title(), "", null),
                "manual",
                whole,
                "page",
                page,
                "html",
                ManualHtml.of(whole, page));
    }
}
