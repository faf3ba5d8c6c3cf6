package dev.cadastre.server.web.page;

import dev.cadastre.server.alerting.EarlierChange;
import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.web.page.chart.StateStrip;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the pages of incidents say things. */
public final class IncidentWording {

    private IncidentWording() {}

    /** The page of an incident. */
    public static String toIncident(long id) {
        return "/incidents/" + id;
    }

    /** The class of the mark of a state that a failure has. */
    public static String mark(MonitorState state) {
        return switch (state) {
            case CRITICAL -> "crit";
            case WARNING -> "warn";
            case UNKNOWN -> "unknown";
            case OK -> "ok";
            case PENDING -> "idle";
        };
    }

    /** The class of the mark of an incident: what is over does not ask to be looked at. */
    public static String mark(Incident incident) {
        return incident.state() == IncidentState.RESOLVED ? "ok" : mark(incident.severity());
    }

    /** The class of a table row; empty for what is over. */
    public static String edge(Incident incident) {
        if (incident.state() == IncidentState.RESOLVED) {
            return "";
        }
        return switch (incident.severity()) {
            case CRITICAL -> "edge-crit";
            case WARNING -> "edge-warn";
            default -> "edge-unknown";
        };
    }

    /** In small letters. */
    public static String word(MonitorState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** In small letters. */
    public static String word(IncidentState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** How long before an incident began something changed: {@code 4 min before}. */
    public static String distance(EarlierChange change, Instant began) {
        Duration before = Duration.between(change.at(), began);
        if (change.noticedAfter()) {
            return "noticed " + brief(before.abs()) + " after";
        }
        return before.isNegative() ? brief(before.negated()) + " after" : brief(before) + " before";
    }

    private static String brief(Duration time) {
        return StateStrip.brief(time);
    }

    /** The assets from the cause to what changed, in their order; empty for the cause itself. */
    public static String path(EarlierChange change) {
        return change.path().size() < 2
                ? ""
                : change.path().stream().collect(Collectors.joining(" → "));
    }

    /** Where a failure is told of: the monitor's page, or its asset. */
    public static String toFailure(Failure failure) {
        return failure.monitor() == null
                ? MapWording.toAsset(failure.asset())
                : "/monitors/" + failure.monitor();
    }

    /** How long an incident lasts, or lasted. */
    public static String lasted(Incident incident, Wording wording) {
        Instant end = incident.resolvedAt();
        return brief(Duration.between(incident.openedAt(), end == null ? wording.now() : end));
    }
}
