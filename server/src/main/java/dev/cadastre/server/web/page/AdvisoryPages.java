package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.advisory.Advisories;
import dev.cadastre.server.inventory.advisory.AdvisoryQuery;
import dev.cadastre.server.web.api.AdvisoryRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is vulnerable, and where. */
@Controller
class AdvisoryPages {

    private static final int PAGE = 200;

    private final Advisories advisories;
    private final Permitted permitted;
    private final Frames frames;

    AdvisoryPages(Advisories advisories, Permitted permitted, Frames frames) {
        this.advisories = advisories;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/advisories")
    ModelAndView list(HttpServletRequest request, @RequestParam @Nullable String after) {
        var query = new AdvisoryQuery(null, null, null, Links.position(after), PAGE);
        var page = advisories.find(query, permitted.read(Part.INVENTORY));
        return View.of(
                "advisory/list",
                "frame",
                frames.of(request, "Advisories", "advisories", ApiPath.BASE + "/advisories"),
                "wording",
                frames.wording(),
                "advisories",
                page.items().stream().map(AdvisoryRecords::listed).toList(),
                "next",
                Links.next("/advisories", page.next()));
    }

    @GetMapping("/advisories/{id}")
    ModelAndView one(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam @Nullable String after) {
        Reach reach = permitted.read(Part.INVENTORY);
        var advisory =
                advisories
                        .named(id, reach)
                        .map(AdvisoryRecords::detailed)
                        .orElseThrow(() -> unknown(id));
        var hosts = advisories.hosts(advisory.id(), Links.position(after), PAGE, reach);
        String path = "/advisories/" + advisory.id();
        return View.of(
                "advisory/page",
                "frame",
                frames.of(request, advisory.id(), "advisories", ApiPath.BASE + path),
                "wording",
                frames.wording(),
                "advisory",
                advisory,
                "hosts",
                hosts.items().stream().map(AdvisoryRecords::host).toList(),
                "next",
                Links.next(path, hosts.next()));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                ProblemKind.ADVISORY_UNKNOWN,
                "No advisory %s was loaded.".formatted(id),
                "See the list of those that affect hosts.");
    }
}
