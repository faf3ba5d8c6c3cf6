package dev.cadastre.server.web.page;

import dev.cadastre.api.SearchAnswer;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.search.Searches;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.SearchRecords;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the search box finds. */
@Controller
class SearchPages {

    private static final int SHOWN = 50;

    private final Searches searches;
    private final Permitted permitted;
    private final Frames frames;

    SearchPages(Searches searches, Permitted permitted, Frames frames) {
        this.searches = searches;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/search")
    ModelAndView search(HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
        if (q.isBlank()) {
            return View.redirect("/");
        }
        SearchAnswer answer =
                SearchRecords.answer(searches.find(q, permitted.read(Part.INVENTORY), SHOWN));
        String twin = Links.to(ApiPath.BASE + "/search", "q", q);
        return View.of(
                "search/page",
                "frame",
                frames.of(request, q, "search", twin),
                "wording",
                frames.wording(),
                "answer",
                answer);
    }
}
