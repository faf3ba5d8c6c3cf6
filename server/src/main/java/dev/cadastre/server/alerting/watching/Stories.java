package dev.cadastre.server.alerting.watching;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.Affected;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.alerting.before.NearChanges;
import dev.cadastre.server.alerting.keeping.CommentTable;
import dev.cadastre.server.alerting.keeping.FailureTable;
import dev.cadastre.server.alerting.keeping.IncidentTable;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.UnknownAsset;
import dev.cadastre.server.topology.impact.ImpactAnswer;
import dev.cadastre.server.topology.impact.Impacts;
import dev.cadastre.server.topology.impact.Presumption;
import dev.cadastre.server.topology.reading.AssetOwners;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts together what is known of incidents. While one lasts, and for an hour after, that is read
 * off the register each time; then it is kept as it stands. Thread-safe.
 */
@Component
class Stories {

    private static final Logger log = LoggerFactory.getLogger(Stories.class);
    private static final int MOST_FAILURES = 100;
    private static final int MOST_COMMENTS = 200;
    private static final int MOST_APPS = 50;
    private static final int KEPT_AT_ONCE = 50;

    private final IncidentTable incidents;
    private final FailureTable failures;
    private final CommentTable comments;
    private final NearChanges near;
    private final Impacts impacts;
    private final AssetOwners owners;
    private final Monitors monitors;
    private final Clock clock;

    Stories(
            IncidentTable incidents,
            FailureTable failures,
            CommentTable comments,
            NearChanges near,
            Impacts impacts,
            AssetOwners owners,
            Monitors monitors,
            Clock clock) {
        this.incidents = incidents;
        this.failures = failures;
        this.comments = comments;
        this.near = near;
        this.impacts = impacts;
        this.owners = owners;
        this.monitors = monitors;
        this.clock = clock;
    }

    /** Incidents with who answers for them, and how many monitors they concern, as it is now. */
    List<Incident> now(List<Incident> stored) {
        List<String> causes =
                stored.stream().filter(Stories::lasts).map(Incident::cause).distinct().toList();
        if (causes.isEmpty()) {
            return stored;
        }
        Map<String, AssetOwner> known = owners.of(causes);
        Map<String, Integer> unreachable = monitors.unreachable();
        return stored.stream().map(one -> lasts(one) ? now(one, known, unreachable) : one).toList();
    }

    private static boolean lasts(Incident one) {
        return one.state() != IncidentState.RESOLVED;
    }

    private static Incident now(
            Incident one, Map<String, AssetOwner> owners, Map<String, Integer> unreachable) {
        AssetOwner owner = owners.get(one.cause());
        return new Incident(
                one.id(),
                one.cause(),
                one.title(),
                one.environment(),
                one.state(),
                one.severity(),
                one.openedAt(),
                one.acknowledgedAt(),
                one.acknowledgedBy(),
                one.resolvedAt(),
                one.resolvedBy(),
                one.mergedInto(),
                owner == null ? one.owner() : owner.team(),
                one.failures(),
                unreachable.getOrDefault(one.cause(), 0));
    }

    /** All that is known of one. */
    IncidentStory story(Incident incident, Reach reach) {
        Optional<Kept> kept = incidents.kept(incident.id()).map(Kept::read);
        return new IncidentStory(
                incident,
                failures.of(incident.id(), reach.parameter(), MOST_FAILURES),
                kept.map(one -> one.affected(reach)).orElseGet(() -> affected(incident, reach)),
                kept.orElseGet(() -> new Kept(near.of(incident.cause(), began(incident)), null))
                        .before(reach),
                owners.of(List.of(incident.cause())).get(incident.cause()),
                comments.of(incident.id(), MOST_COMMENTS));
    }

    private Instant began(Incident incident) {
        return failures.began(incident.id()).orElse(incident.openedAt());
    }

    /** What only needs attention lets nothing else stop. */
    private Affected affected(Incident incident, Reach reach) {
        if (incident.severity() != MonitorState.CRITICAL || !near.isOnMap(incident.cause())) {
            return Affected.NOBODY;
        }
        try {
            ImpactAnswer stops = impacts.of(Presumption.of(incident.cause()), MOST_APPS, reach);
            return new Affected(
                    stops.kinds().values().stream().mapToInt(Long::intValue).sum(),
                    incident.unreachable(),
                    stops.fallen().stream()
                            .map(ImpactAnswer.Fallen::asset)
                            .filter(asset -> asset.kind().equals(AssetName.APP))
                            .map(AssetName::toString)
                            .sorted()
                            .toList(),
                    stops.owners().stream()
                            .filter(one -> one.assets() > 0)
                            .flatMap(one -> Optional.ofNullable(one.team()).stream())
                            .sorted()
                            .toList());
        } catch (UnknownAsset gone) {
            return new Affected(0, incident.unreachable(), List.of(), List.of());
        }
    }

    /** Keeps what is known of those that have been over for some time. */
    @Scheduled(fixedDelay = 60_000)
    void keep() {
        try {
            Instant before = clock.instant().minus(NearChanges.AFTER);
            for (long id : incidents.unkept(before, KEPT_AT_ONCE)) {
                incidents.find(id).ifPresent(this::keep);
            }
        } catch (RuntimeException failure) {
            log.warn("What is known of incidents is kept later", failure);
        }
    }

    private void keep(Incident incident) {
        Kept kept =
                new Kept(near.of(incident.cause(), began(incident)), affected(incident, Reach.ALL));
        incidents.keep(incident.id(), kept.write());
    }

    /** Remembers how many monitors could not work, for when they can again. */
    @Scheduled(fixedDelay = 5_000)
    void count() {
        try {
            Map<String, Integer> unreachable = monitors.unreachable();
            if (!unreachable.isEmpty()) {
                incidents.unreachable(unreachable);
            }
        } catch (RuntimeException failure) {
            log.warn("How many monitors incidents concern is counted again later", failure);
        }
    }
}
