package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.delivering.Deliveries;
import dev.cadastre.server.alerting.delivering.DeliveryLine;
import dev.cadastre.server.alerting.delivering.DeliveryQuery;
import dev.cadastre.server.alerting.delivering.DeliveryState;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was told whom, what is being told, and what could not be. */
@Controller
@RequestMapping("/deliveries")
class DeliveryPages {

    private static final String PATH = "/deliveries";
    private static final int PAGE = 100;

    private final Deliveries deliveries;
    private final Permitted permitted;
    private final Frames frames;

    DeliveryPages(Deliveries deliveries, Permitted permitted, Frames frames) {
        this.deliveries = deliveries;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable String after) {
        Reach reach = permitted.read(Part.ALERTING);
        String position = Links.position(after);
        List<DeliveryLine> found =
                deliveries.list(
                        new DeliveryQuery(
                                state(state),
                                null,
                                null,
                                position == null ? null : new Cursor(position).number(),
                                PAGE + 1),
                        reach);
        List<DeliveryLine> shown = found.subList(0, Math.min(PAGE, found.size()));
        String last = found.size() > PAGE ? Long.toString(shown.getLast().number()) : null;
        return View.of(
                "incident/deliveries",
                "frame",
                frames.of(request, "Deliveries", "incidents", ApiPath.BASE + PATH),
                "wording",
                frames.wording(),
                "deliveries",
                shown,
                "status",
                deliveries.status(reach),
                "state",
                state,
                "writer",
                permitted.mayAnywhere(Verb.WRITE, Part.ALERTING),
                "next",
                Links.next(PATH, last, "state", state));
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(@PathVariable String id) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        UUID number = number(id);
        if (deliveries.retry(number, permitted.read(Part.ALERTING)) == Deliveries.Retry.UNKNOWN) {
            throw unknown(id);
        }
        return View.redirect(PATH);
    }

    private static UUID number(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw unknown(id);
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                ProblemKind.DELIVERY_UNKNOWN,
                "There is no delivery with the id " + id + ".",
                "See the page of all deliveries for those there are.");
    }

    private static @Nullable DeliveryState state(String state) {
        return switch (state) {
            case "" -> null;
            case "waiting" -> DeliveryState.WAITING;
            case "delivered" -> DeliveryState.DELIVERED;
            case "failed" -> DeliveryState.FAILED;
            default ->
                    throw new ProblemException(
                            ProblemKind.PARAMETERS_BAD,
                            "“%s” is no state of a delivery.".formatted(state),
                            "Choose one on the page of all deliveries.");
        };
    }
}
