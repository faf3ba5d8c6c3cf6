package dev.cadastre.server.web.api.monitor;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.api.monitor.MonitorRemoval;
import dev.cadastre.api.monitor.MonitorRequest;
import dev.cadastre.api.monitor.MonitorSeries;
import dev.cadastre.api.monitor.PastState;
import dev.cadastre.api.monitor.RemovedMonitors;
import dev.cadastre.api.monitor.WatchStatus;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.watching.MonitorQuery;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.web.api.NumberWithin;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Monitors, each of which checks one asset. */
@RestController
@RequestMapping(ApiPath.BASE + "/monitors")
class MonitorsController {

    private static final Duration DAY = Duration.ofDays(1);
    private static final NumberWithin POINTS = new NumberWithin("points", 1, 10_000, 300);

    private final Monitors monitors;
    private final MonitorChanges changes;
    private final KnownMonitors known;
    private final Permitted permitted;
    private final Clock clock;

    MonitorsController(
            Monitors monitors,
            MonitorChanges changes,
            KnownMonitors known,
            Permitted permitted,
            Clock clock) {
        this.monitors = monitors;
        this.changes = changes;
        this.known = known;
        this.permitted = permitted;
        this.clock = clock;
    }

    /** Which monitors. */
    @Parameters
    record ListParameters(
            @Nullable String asset,
            @Nullable String environment,
            @Nullable String name,
            @Nullable StateWanted state,
            @Nullable Integer definition,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        MonitorQuery query(int most) {
            return new MonitorQuery(
                    asset,
                    environment,
                    name,
                    definition == null ? null : definition.longValue(),
                    state == null ? Set.of() : state.states(),
                    after == null ? 0 : after.number(),
                    most);
        }
    }

    /**
     * Which monitors go.
     *
     * @param definition all that this definition makes, and it with them
     */
    @Parameters
    record RemovalParameters(@Nullable Integer definition, @Nullable String reason) {}

    @Parameters
    record ReasonParameters(@Nullable String reason) {}

    @Parameters
    record HistoryParameters(@Nullable Limit limit, @Nullable Cursor after) {}

    /**
     * Which values, and from when.
     *
     * @param label only that value
     * @param from the beginning; a day ago if it is not given
     * @param to the end; now if it is not given
     * @param points how many points each may have
     */
    @Parameters
    record SeriesParameters(
            @Nullable String label,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer points) {}

    /** Monitors by id, with what is thought of each. */
    @GetMapping
    ListPage<Monitor> list(ListParameters parameters) {
        int limit = Limit.of(parameters.limit());
        return Pages.cut(
                monitors.find(parameters.query(limit + 1), known.reach()),
                limit,
                one -> Long.toString(one.row().id()),
                known::wire);
    }

    /**
     * Adds a monitor of one asset, which is checked soon after. With a query, it is to be added as
     * a definition.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Monitor add(@RequestBody MonitorRequest sent) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        return known.wire(changes.add(sent));
    }

    /**
     * Removes many monitors, all or none: those that the body names, or all that a definition makes
     * and the definition with them.
     */
    @DeleteMapping
    RemovedMonitors removeAll(
            RemovalParameters parameters,
            @RequestBody(required = false) @Nullable MonitorRemoval removal) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        return new RemovedMonitors(
                changes.remove(parameters.definition(), removal, parameters.reason()));
    }

    /** How the watch itself is doing. */
    @GetMapping("/status")
    WatchStatus status() {
        known.reach();
        return MonitorRecords.status(monitors.status());
    }

    /** One monitor. */
    @GetMapping("/{id}")
    Monitor one(@PathVariable long id) {
        return known.wire(known.visible(id));
    }

    /** Changes how a monitor of one asset is checked; its history goes on. */
    @PutMapping("/{id}")
    Monitor change(@PathVariable long id, @RequestBody MonitorRequest sent) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        return known.wire(changes.change(known.visible(id), sent));
    }

    /** Removes a monitor of one asset. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, ReasonParameters parameters) {
        permitted.reach(Verb.WRITE, Part.MONITORING);
        changes.remove(
                null,
                new MonitorRemoval(List.of(known.visible(id).row().id()), null),
                parameters.reason());
    }

    /** What was thought of a monitor over time, newest first. */
    @GetMapping("/{id}/history")
    ListPage<PastState> history(@PathVariable long id, HistoryParameters parameters) {
        long monitor = known.visible(id).row().id();
        Instant before =
                parameters.after() == null
                        ? Instant.MAX
                        : Instant.ofEpochSecond(0, parameters.after().number() * 1_000);
        int limit = Limit.of(parameters.limit());
        return Pages.cut(
                monitors.history(monitor, known.reach()).stream()
                        .filter(past -> past.since().isBefore(before))
                        .limit(limit + 1L)
                        .toList(),
                limit,
                past -> Long.toString(micros(past.since())),
                MonitorRecords::past);
    }

    /** The values of a monitor over time, by their names. */
    @GetMapping("/{id}/series")
    ListPage<MonitorSeries> series(@PathVariable long id, SeriesParameters parameters) {
        long monitor = known.visible(id).row().id();
        Instant to = parameters.to() == null ? clock.instant() : parameters.to();
        Instant from = parameters.from() == null ? to.minus(DAY) : parameters.from();
        if (!from.isBefore(to)) {
            throw new ProblemException(
                    ProblemKind.PARAMETERS_BAD,
                    "The parameter from is not before to.",
                    "Give an earlier from, or a later to.");
        }
        String label = parameters.label();
        return Pages.whole(
                monitors.series(
                                monitor,
                                name -> label == null || label.equals(name),
                                from,
                                to,
                                POINTS.of(parameters.points()),
                                known.reach())
                        .lines(),
                SeriesRecords::line);
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
