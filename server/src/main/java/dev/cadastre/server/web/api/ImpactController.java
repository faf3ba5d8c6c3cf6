package dev.cadastre.server.web.api;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.map.AssetPath;
import dev.cadastre.api.map.Impact;
import dev.cadastre.api.map.SinglePoint;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.topology.impact.Impacts;
import dev.cadastre.server.topology.impact.Presumption;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stops with what. */
@RestController
@RequestMapping(ApiPath.BASE + "/impact")
class ImpactController {

    private static final NumberWithin LIMIT = new NumberWithin("limit", 1, 10_000, 1_000);

    private final Impacts impacts;
    private final Monitors monitors;
    private final Permitted permitted;

    ImpactController(Impacts impacts, Monitors monitors, Permitted permitted) {
        this.impacts = impacts;
        this.monitors = monitors;
        this.permitted = permitted;
    }

    @Parameters
    record ImpactParameters(
            List<String> asset,
            @Nullable Boolean gone,
            @Nullable Boolean down,
            @Nullable Instant at,
            @Nullable Integer limit) {}

    @Parameters
    record PointParameters(@Nullable String environment, @Nullable Limit limit) {}

    @Parameters
    record PlaceParameters(@Nullable String environment) {}

    /**
     * What stops if these assets do, and whom that concerns. The parameter asset may be repeated;
     * with gone, services that were there and do not listen any longer are down as well; with down,
     * what monitors are certain does not work now.
     */
    @GetMapping
    Impact of(ImpactParameters parameters) {
        Reach reach = permitted.read(Part.TOPOLOGY);
        boolean gone = Boolean.TRUE.equals(parameters.gone());
        boolean down = Boolean.TRUE.equals(parameters.down());
        if (parameters.asset().isEmpty() && !gone && !down) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "Nothing is said to be down.",
                    "Name at least one asset=…, or ask for what is gone=true or down=true.");
        }
        return ImpactRecords.impact(
                impacts.of(
                        new Presumption(
                                parameters.asset(),
                                down ? monitors.down(permitted.read(Part.MONITORING)) : List.of(),
                                gone,
                                parameters.at()),
                        LIMIT.of(parameters.limit()),
                        reach));
    }

    /** What nothing stands in for, those first with which most stops. */
    @GetMapping("/single-points")
    ListPage<SinglePoint> singlePoints(PointParameters parameters) {
        return Pages.whole(
                impacts.singlePoints(
                        parameters.environment(),
                        Limit.of(parameters.limit()),
                        permitted.read(Part.TOPOLOGY)),
                ImpactRecords::point);
    }

    /** Assets that need themselves by way of others: each way once, from an asset back to it. */
    @GetMapping("/cycles")
    ListPage<AssetPath> cycles(PlaceParameters parameters) {
        return Pages.whole(
                impacts.cycles(parameters.environment(), permitted.read(Part.TOPOLOGY)),
                MapRecords::path);
    }
}
