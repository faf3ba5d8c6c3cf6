package dev.cadastre.server.web.page;

import dev.cadastre.api.Environment;
import dev.cadastre.api.HostSummary;
import dev.cadastre.api.Rule;
import dev.cadastre.api.TimelineEvent;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.watching.Incidents;
import dev.cadastre.server.inventory.Collections;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.rule.Rules;
import dev.cadastre.server.monitoring.watching.OverviewQuery;
import dev.cadastre.server.monitoring.watching.Overviews;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineQuery;
import dev.cadastre.server.web.api.Environments;
import dev.cadastre.server.web.api.HostRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.RuleRecords;
import dev.cadastre.server.web.api.TimelineRecords;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The environments, and the timeline of all of them. */
@Controller
class HomePages {

    private static final int EVENTS = 12;
    private static final int FAILING = 20;
    private static final int BREACHED = 20;
    private static final int INCIDENTS = 8;
    private static final int MOST_INCIDENTS = 200;
    private static final int PAGE = 100;

    private final Hosts hosts;
    private final Rules rules;
    private final Environments environments;
    private final Collections collections;
    private final Overviews overviews;
    private final Incidents incidents;
    private final EstateNotice notice;
    private final Timeline timeline;
    private final TimelineRecords records;
    private final Permitted permitted;
    private final Frames frames;
    private final Clock clock;

    HomePages(
            Hosts hosts,
            Rules rules,
            Environments environments,
            Collections collections,
            Overviews overviews,
            Incidents incidents,
            EstateNotice notice,
            Timeline timeline,
            TimelineRecords records,
            Permitted permitted,
            Frames frames,
            Clock clock) {
        this.hosts = hosts;
        this.rules = rules;
        this.environments = environments;
        this.collections = collections;
        this.overviews = overviews;
        this.incidents = incidents;
        this.notice = notice;
        this.timeline = timeline;
        this.records = records;
        this.permitted = permitted;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView home(HttpServletRequest request) {
        Reach reach = permitted.read(Part.INVENTORY);
        return View.of(
                "home/page",
                "frame",
                frames.of(request, "Environments", "environments", ApiPath.BASE + "/environments"),
                "wording",
                new Wording(clock.instant()),
                "environments",
                environments.all(null),
                "watched",
                watched(),
                "incidents",
                incidents(),
                "failing",
                failing(reach),
                "breached",
                breached(reach),
                "events",
                events(reach.environments(), null, EVENTS),
                "problems",
                notice.problems(),
                "pace",
                collections.pace());
    }

    /** Incidents that are not over, the worst first; one more than are shown if there are more. */
    private List<Incident> incidents() {
        if (!permitted.mayAnywhere(Verb.READ, Part.ALERTING)) {
            return List.of();
        }
        var query =
                new IncidentQuery(
                        Set.of(IncidentState.OPEN, IncidentState.ACKNOWLEDGED),
                        null,
                        null,
                        null,
                        MOST_INCIDENTS);
        return incidents.find(query, permitted.read(Part.ALERTING)).stream()
                .sorted(Comparator.comparing(Incident::severity).reversed())
                .limit(INCIDENTS + 1L)
                .toList();
    }

    /** Environments whose monitors somebody has to look at, as far as the reader may see them. */
    private Map<String, MonitorListing.Tile> watched() {
        if (!permitted.mayAnywhere(Verb.READ, Part.MONITORING)) {
            return Map.of();
        }
        var query = new OverviewQuery(null, null, null, Set.of(), null, 0);
        return MonitorListPages.tiles(overviews.of(query, permitted.read(Part.MONITORING))).stream()
                .filter(tile -> tile.problems() > 0)
                .collect(Collectors.toMap(MonitorListing.Tile::environment, tile -> tile));
    }

    private List<HostSummary> failing(Reach reach) {
        var query = new HostQuery(null, null, null, true, Lifecycle.LIVE, null, null, FAILING);
        return hosts.find(query, reach).items().stream().map(HostRecords::summary).toList();
    }

    /** Rules that hosts within reach breach, the most severe first. */
    private List<Rule> breached(Reach reach) {
        return rules.all(reach).stream()
                .map(RuleRecords::rule)
                .filter(rule -> rule.hosts() > 0)
                .sorted(Comparator.comparing(Rule::severity, Comparator.reverseOrder()))
                .limit(BREACHED)
                .toList();
    }

    @GetMapping("/timeline")
    ModelAndView timeline(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String environment,
            @RequestParam @Nullable String after) {
        Reach reach = permitted.read(Part.TIMELINE);
        Set<String> shown = reach.environments();
        if (!environment.isEmpty()) {
            shown = reach.covers(environment) ? Set.of(environment) : Set.of();
        }
        String position = Links.position(after);
        Long before = position == null ? null : new Cursor(position).number();
        List<TimelineEvent> events = events(shown, before, PAGE);
        String last = events.size() < PAGE ? null : Long.toString(events.getLast().id());
        return View.of(
                "timeline/page",
                "frame",
                frames.of(request, "Timeline", "timeline", ApiPath.BASE + "/timeline"),
                "wording",
                new Wording(clock.instant()),
                "events",
                events,
                "environments",
                environments.all(null).stream().map(Environment::name).toList(),
                "environment",
                environment,
                "next",
                Links.next("/timeline", last, "environment", environment));
    }

    private List<TimelineEvent> events(
            @Nullable Set<String> environments, @Nullable Long before, int limit) {
        return timeline.find(new TimelineQuery(environments, null, null, before, limit)).stream()
                .map(records::event)
                .toList();
    }
}
