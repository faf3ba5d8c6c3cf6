package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.watching.Condition;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.Overview;
import dev.cadastre.server.monitoring.watching.OverviewPlace;
import dev.cadastre.server.monitoring.watching.OverviewQuery;
import dev.cadastre.server.monitoring.watching.Overviews;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.web.api.monitor.KnownMonitors;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All monitors, the worst first. */
@Controller
class MonitorListPages {

    private static final String PROBLEM = "problem";
    private static final int PAGE = 100;

    /** States that the API can be asked for as well. */
    private static final Set<String> TWINS =
            Set.of(PROBLEM, "critical", "unknown", "warning", "pending", "ok");

    private final Overviews overviews;
    private final KnownMonitors known;
    private final Frames frames;

    MonitorListPages(Overviews overviews, KnownMonitors known, Frames frames) {
        this.overviews = overviews;
        this.known = known;
        this.frames = frames;
    }

    @GetMapping("/monitors")
    ModelAndView list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable String after) {
        var filter =
                new MonitorListing.Filter(
                        text.strip(), q.strip(), environment.strip(), state.strip());
        return View.of(
                "monitor/list",
                "frame",
                frames.of(request, "Monitors", "monitors", twin(filter)),
                "wording",
                frames.wording(),
                "listing",
                listing(filter, place(after), known.reach()));
    }

    private static String twin(MonitorListing.Filter filter) {
        return Links.to(
                ApiPath.BASE + "/monitors",
                "environment",
                filter.environment(),
                "state",
                TWINS.contains(filter.state()) ? filter.state().toUpperCase(Locale.ROOT) : null);
    }

    private MonitorListing listing(
            MonitorListing.Filter filter, @Nullable OverviewPlace after, Reach reach) {
        try {
            Overview found = overviews.of(query(filter, filter.q(), after), reach);
            OverviewPlace next = found.next();
            return new MonitorListing(
                    found.any(),
                    tiles(found),
                    found.monitors().stream().map(this::line).toList(),
                    filter,
                    filter.next(next == null ? null : next.text()),
                    List.of());
        } catch (QueryRefused refused) {
            Overview rest = overviews.of(query(filter, "", after), reach);
            return new MonitorListing(
                    rest.any(),
                    tiles(rest),
                    List.of(),
                    filter,
                    null,
                    refused.problems().stream()
                            .map(problem -> problem.render(refused.text()))
                            .toList());
        }
    }

    private static OverviewQuery query(
            MonitorListing.Filter filter, String q, @Nullable OverviewPlace after) {
        return new OverviewQuery(
                HostListPages.Filter.filled(filter.text()),
                HostListPages.Filter.filled(q),
                HostListPages.Filter.filled(filter.environment()),
                conditions(filter.state()),
                after,
                PAGE);
    }

    private static Set<Condition> conditions(String state) {
        if (state.isEmpty()) {
            return Set.of();
        }
        if (state.equals(PROBLEM)) {
            return Arrays.stream(Condition.values())
                    .filter(Condition::isProblem)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Condition.class)));
        }
        return Set.of(
                Condition.ofWord(state)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemKind.PARAMETERS_BAD,
                                        "“%s” is no state of a monitor.".formatted(state),
                                        "Choose one on the page of all monitors.")));
    }

    private static @Nullable OverviewPlace place(@Nullable String after) {
        String position = Links.position(after);
        return position == null
                ? null
                : OverviewPlace.parse(position)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemKind.PARAMETERS_BAD,
                                        "The address does not say where the list goes on.",
                                        "Begin with the list's first page, and follow its links."));
    }

    static List<MonitorListing.Tile> tiles(Overview found) {
        return found.counts().entrySet().stream()
                .map(one -> new MonitorListing.Tile(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(MonitorListing.Tile::worst))
                .toList();
    }

    private MonitorLine line(Monitor one) {
        return new MonitorLine(one.condition(), known.wire(one));
    }
}
