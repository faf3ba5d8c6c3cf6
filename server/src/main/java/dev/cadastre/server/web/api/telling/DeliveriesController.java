package dev.cadastre.server.web.api.telling;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.telling.Delivery;
import dev.cadastre.api.telling.TellingStatus;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.delivering.Deliveries;
import dev.cadastre.server.alerting.delivering.DeliveryQuery;
import dev.cadastre.server.alerting.delivering.DeliveryState;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was told whom, is being told, and could not be. */
@RestController
@RequestMapping(ApiPath.BASE + "/deliveries")
class DeliveriesController {

    private final Deliveries deliveries;
    private final Permitted permitted;

    DeliveriesController(Deliveries deliveries, Permitted permitted) {
        this.deliveries = deliveries;
        this.permitted = permitted;
    }

    /** Which deliveries. */
    @Parameters
    record ListParameters(
            @Nullable DeliveryState state,
            @Nullable Integer incident,
            @Nullable String team,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        DeliveryQuery query(int most) {
            return new DeliveryQuery(
                    state,
                    incident == null ? null : incident.longValue(),
                    team,
                    after == null ? null : after.number(),
                    most);
        }
    }

    /** Deliveries, newest first. */
    @GetMapping
    ListPage<Delivery> list(ListParameters parameters) {
        int limit = Limit.of(parameters.limit());
        return Pages.cut(
                deliveries.list(parameters.query(limit + 1), permitted.read(Part.ALERTING)),
                limit,
                one -> Long.toString(one.number()),
                TellingRecords::delivery);
    }

    /** How telling is doing: what waits, what was given up, and whom nobody can tell. */
    @GetMapping("/status")
    TellingStatus status() {
        return TellingRecords.status(deliveries.status(permitted.read(Part.ALERTING)));
    }

    /** One delivery. */
    @GetMapping("/{id}")
    Delivery one(@PathVariable String id) {
        Reach reach = permitted.read(Part.ALERTING);
        return deliveries
                .find(number(id), reach)
                .map(TellingRecords::delivery)
                .orElseThrow(() -> unknown(id));
    }

    /** Tries a delivery that was given up for another day, at once first. */
    @PostMapping("/{id}/retry")
    Delivery retry(@PathVariable String id) {
        permitted.reach(Verb.WRITE, Part.ALERTING);
        switch (deliveries.retry(number(id), permitted.read(Part.ALERTING))) {
            case UNKNOWN -> throw unknown(id);
            case NOT_FAILED ->
                    throw new ProblemException(
                            ProblemKind.DELIVERY_NOT_FAILED,
                            "The delivery " + id + " was not given up.",
                            "See its state; one that waits is tried again by itself.");
            case BEGUN -> {}
        }
        return one(id);
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
                "See /api/v1/deliveries for those there are.");
    }
}
