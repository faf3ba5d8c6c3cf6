package dev.cadastre.server.web.page;

import dev.cadastre.api.TimelineEvent;
import dev.cadastre.api.map.Asset;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.watching.Incidents;
import dev.cadastre.server.monitoring.keeping.PastState;
import dev.cadastre.server.monitoring.series.SeriesLine;
import dev.cadastre.server.monitoring.state.Reachability;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.web.api.MapRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.monitor.KnownMonitors;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.page.chart.ChangeMark;
import dev.cadastre.server.web.page.chart.Chart;
import dev.cadastre.server.web.page.chart.StateStrip;
import dev.cadastre.server.web.page.chart.TimeRange;
import dev.cadastre.server.web.page.chart.TimeWindow;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A monitor: what is thought of it and why, how it was, and what changed meanwhile. */
@Controller
class MonitorPages {

    private static final Duration YOUNG = Duration.ofHours(3);

    private static final int POINTS = 300;
    private static final int CHARTS = 8;
    private static final int STATES = 40;

    private final Monitors monitors;
    private final KnownMonitors known;
    private final Incidents incidents;
    private final MonitorWork work;
    private final Assets assets;
    private final ChangesMeanwhile changes;
    private final Permitted permitted;
    private final Frames frames;
    private final Clock clock;

    MonitorPages(
            Monitors monitors,
            KnownMonitors known,
            Incidents incidents,
            MonitorWork work,
            Assets assets,
            ChangesMeanwhile changes,
            Permitted permitted,
            Frames frames,
            Clock clock) {
        this.monitors = monitors;
        this.known = known;
        this.incidents = incidents;
        this.work = work;
        this.assets = assets;
        this.changes = changes;
        this.permitted = permitted;
        this.frames = frames;
        this.clock = clock;
    }

    /**
     * What the address asks for.
     *
     * @param range how far to look back; empty for what suits the monitor's age
     * @param whole whether all values are drawn
     */
    record Asked(String range, boolean whole) {

        static final Asked NOTHING = new Asked("", false);

        TimeRange over(Duration age) {
            if (range.isEmpty()) {
                return age.compareTo(YOUNG) < 0 ? TimeRange.HOUR : TimeRange.DAY;
            }
            return TimeRange.ofWord(range)
                    .orElseThrow(() ->
                            new ProblemException(
                                    ProblemKind.PARAMETERS_BAD,
                                    "“%s” is no time to look back over.".formatted(range),
                                    "Write 1h, 24h, 7d, 30d or 1y."));
        }
    }

    @GetMapping("/monitors/{id}")
    ModelAndView monitor(
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String range,
            @RequestParam(defaultValue = "false") boolean whole) {
        Monitor one = known.visible(id);
        return page(
                request,
                one,
                new Asked(range, whole),
                work.of(one, DowntimeForm.EMPTY, FormFaults.NONE));
    }

    /** The page with what may be done, or what was refused. */
    ModelAndView page(
            HttpServletRequest request, Monitor one, Asked asked, MonitorPage.Work offered) {
        Instant now = clock.instant();
        TimeRange range = asked.over(Duration.between(one.row().madeAt(), now));
        TimeWindow window = new TimeWindow(now.minus(range.length()), now);
        Asset asset = asset(one.row().asset());
        List<TimelineEvent> changed = changes.of(one.row().asset(), asset, window);
        return offered.faults()
                .answered(
                        View.of(
                                "monitor/page",
                                "frame",
                                frames.of(
                                        request,
                                        one.row().name() + " of " + one.row().asset(),
                                        "monitors",
                                        ApiPath.BASE + "/monitors/" + one.row().id()),
                                "wording",
                                frames.wording(),
                                "page",
                                new MonitorPage(
                                        new MonitorLine(one.condition(), known.wire(one)),
                                        asset,
                                        incident(one),
                                        past(one, range, window),
                                        measured(one, asked, window, changed),
                                        changed,
                                        offered)));
    }

    /** Of its asset, or of what it cannot work because of. */
    private @Nullable Incident incident(Monitor one) {
        if (!one.standing().state().isProblem()
                || !permitted.mayAnywhere(Verb.READ, Part.ALERTING)) {
            return null;
        }
        Reachability reachability = one.standing().reachability();
        String because = reachability.isUnreachable() ? reachability.because() : null;
        var query =
                new IncidentQuery(
                        Set.of(IncidentState.OPEN, IncidentState.ACKNOWLEDGED),
                        null,
                        because == null ? one.row().asset() : because,
                        null,
                        1);
        return incidents.find(query, permitted.read(Part.ALERTING)).stream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable Asset asset(String id) {
        return permitted.mayAnywhere(Verb.READ, Part.INVENTORY)
                ? assets.named(id, null, permitted.read(Part.INVENTORY))
                        .map(MapRecords::asset)
                        .orElse(null)
                : null;
    }

    private MonitorPage.Past past(Monitor one, TimeRange range, TimeWindow window) {
        List<PastState> states =
                monitors.history(one.row().id(), known.reach()).stream()
                        .filter(state ->
                                state.until() == null || state.until().isAfter(window.from()))
                        .toList();
        return new MonitorPage.Past(
                range,
                StateStrip.of(states, window, range.slots()),
                states.stream().limit(STATES).toList(),
                Math.max(0, states.size() - STATES));
    }

    private MonitorPage.Measured measured(
            Monitor one, Asked asked, TimeWindow window, List<TimelineEvent> changed) {
        List<SeriesLine> lines =
                monitors.series(
                                one.row().id(),
                                _ -> true,
                                window.from(),
                                window.to(),
                                POINTS,
                                known.reach())
                        .lines();
        int shown = asked.whole() ? lines.size() : Math.min(CHARTS, lines.size());
        return new MonitorPage.Measured(
                window,
                lines.stream().limit(shown).map(line -> Chart.of(line, window)).toList(),
                lines.size() - shown,
                ChangeMark.of(
                        changed.stream()
                                .map(event ->
                                        new ChangeMark.Change(
                                                event.at(), event.asset(), event.summary()))
                                .toList(),
                        window));
    }
}
