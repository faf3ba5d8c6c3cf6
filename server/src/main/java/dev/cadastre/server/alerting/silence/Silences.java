package dev.cadastre.server.alerting.silence;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.window.Coverage;
import dev.cadastre.server.monitoring.window.Window;
import dev.cadastre.server.monitoring.window.WindowHosts;
import dev.cadastre.server.monitoring.window.WindowKind;
import dev.cadastre.server.monitoring.window.WindowRules;
import dev.cadastre.server.monitoring.window.WindowTable;
import dev.cadastre.server.monitoring.window.Windows;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.topology.reading.AssetPlaces;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Silences: times in which incidents are not told. There are incidents as before, and those that
 * are still open at the end of one are told then. Refuses by {@link AlertingRefused}. Thread-safe.
 */
@NamedInterface("silence")
@Service
public class Silences extends Windows {

    private final AssetPlaces places;

    Silences(
            JdbcClient jdbc,
            WindowRules rules,
            WindowHosts hosts,
            AssetPlaces places,
            Timeline timeline,
            Access access,
            Clock clock) {
        super(
                new WindowKind("silence", Part.ALERTING, Silences::refused),
                new WindowTable(jdbc, "alerting.silence"),
                rules,
                hosts,
                timeline,
                access,
                clock);
        this.places = places;
    }

    private static AlertingRefused refused(
            MonitorRefused.Reason reason, List<MonitorProblem> problems) {
        return new AlertingRefused(
                reason == MonitorRefused.Reason.UNKNOWN
                        ? AlertingRefused.Reason.UNKNOWN
                        : AlertingRefused.Reason.INVALID,
                problems.stream()
                        .map(one ->
                                new AlertingProblem(
                                        one.code(), one.place(), one.message(), one.remedy()))
                        .toList());
    }

    /**
     * Whether an incident is not to be told now. Until it can be known, shortly after the start, it
     * is not.
     */
    public boolean isSilenced(Incident incident) {
        Coverage lasting = lasting();
        return !lasting.isWhole()
                || covering(lasting, List.of(incident)).containsKey(incident.id());
    }

    /** The one because of which an incident is not told now; empty if it is told. */
    public Optional<Window> covering(Incident incident) {
        return Optional.ofNullable(covering(List.of(incident)).get(incident.id()));
    }

    /** The same for many, by their ids; those that are told are not among them. */
    public Map<Long, Window> covering(Collection<Incident> incidents) {
        return incidents.isEmpty() ? Map.of() : covering(lasting(), incidents);
    }

    private Map<Long, Window> covering(Coverage lasting, Collection<Incident> incidents) {
        Map<String, AssetPlaces.Place> where =
                places.of(incidents.stream().map(Incident::cause).distinct().toList());
        Map<Long, Window> covering = new HashMap<>();
        for (Incident one : incidents) {
            AssetPlaces.Place cause = where.get(one.cause());
            lasting.of(one.cause(), cause == null ? 0 : cause.host())
                    .ifPresent(silence -> covering.put(one.id(), silence));
        }
        return covering;
    }
}
