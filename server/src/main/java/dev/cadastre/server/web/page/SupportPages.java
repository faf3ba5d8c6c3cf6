package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.support.Support;
import dev.cadastre.server.inventory.support.SupportStatus;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.SupportRecords;
import dev.cadastre.server.web.api.Within;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is supported for how long. The page of a line of releases is an address to send around. */
@Controller
class SupportPages {

    private static final int PAGE = 50;

    private final Support support;
    private final Permitted permitted;
    private final Frames frames;

    SupportPages(Support support, Permitted permitted, Frames frames) {
        this.support = support;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping("/support")
    ModelAndView report(
            HttpServletRequest request,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String within) {
        Reach reach = permitted.read(Part.INVENTORY);
        int days = Within.days(within);
        return View.of(
                "support/report",
                "frame",
                frames.of(
                        request,
                        "Support",
                        "support",
                        Links.to(ApiPath.BASE + "/support", "status", status, "within", within)),
                "wording",
                frames.wording(),
                "status",
                status == null ? "" : status,
                "days",
                days,
                "lines",
                support.report(status(status), days, reach).stream()
                        .map(SupportRecords::line)
                        .toList());
    }

    @GetMapping("/support/{product}/{cycle}")
    ModelAndView line(
            HttpServletRequest request,
            @PathVariable String product,
            @PathVariable String cycle,
            @RequestParam @Nullable String after) {
        Reach reach = permitted.read(Part.INVENTORY);
        var line =
                support.line(product, cycle, Support.SOON, reach)
                        .map(SupportRecords::line)
                        .orElseThrow(() -> unknown(product, cycle));
        var hosts = support.hosts(product, cycle, Links.position(after), PAGE, reach);
        String path = line.support().page();
        return View.of(
                "support/line",
                "frame",
                frames.of(
                        request,
                        line.support().label() + " " + cycle,
                        "support",
                        ApiPath.BASE + path),
                "wording",
                frames.wording(),
                "line",
                line,
                "newer",
                support.newer(product, cycle, Support.SOON).stream()
                        .map(SupportRecords::support)
                        .toList(),
                "hosts",
                hosts.items().stream().map(SupportRecords::host).toList(),
                "next",
                Links.next(path, hosts.next()));
    }

    private static @Nullable SupportStatus status(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(SupportStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.PARAMETERS_BAD,
                                "“%s” is no state of support.".formatted(text),
                                "There are ENDED, ENDING, SUPPORTED and UNKNOWN."));
    }

    private static ProblemException unknown(String product, String cycle) {
        return new ProblemException(
                ProblemKind.SUPPORT_UNKNOWN,
                "Neither a fact nor a host tells of %s %s.".formatted(product, cycle),
                "See the list of what hosts have.");
    }
}
