package dev.cadastre.server.alerting.received;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.incident.Change;
import dev.cadastre.server.alerting.keeping.HeardTable;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.topology.impact.Causes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes alerts in. One that is sent again goes on; one that is not is over when it said that it
 * ends. Sending takes writing where what the alert is about is. Thread-safe.
 */
@NamedInterface("received")
@Service
public class Alerts {

    private static final Logger log = LoggerFactory.getLogger(Alerts.class);

    private final AlertTable table;
    private final AlertPlaces places;
    private final HeardTable heard;
    private final Monitors monitors;
    private final Causes causes;
    private final AlertsProperties properties;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Instant begun;

    Alerts(
            AlertTable table,
            AlertPlaces places,
            HeardTable heard,
            Monitors monitors,
            Causes causes,
            AlertsProperties properties,
            Access access,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.places = places;
        this.heard = heard;
        this.monitors = monitors;
        this.causes = causes;
        this.properties = properties;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.begun = clock.instant();
    }

    /**
     * Takes all or none; they are kept when this returns.
     *
     * @throws AlertingRefused with all that is wrong with them
     */
    @Transactional
    public void take(List<SentAlert> sent) {
        Instant now = now();
        AlertReader reader = new AlertReader(properties.resolveTimeout(), now);
        refuse(reader.problems(sent));
        Map<String, Alert> read = new LinkedHashMap<>();
        for (SentAlert one : sent) {
            AlertPlaces.Place place = places.of(one.labels());
            access.require(Verb.WRITE, Part.ALERTING, place.environment());
            if (AlertReader.isToBeTaken(one)) {
                Alert alert = reader.read(one, place.asset(), place.environment());
                read.put(alert.fingerprint(), alert);
            }
        }
        table.lock();
        take(read, table.of(read.keySet()), now);
    }

    private void take(Map<String, Alert> read, Map<String, Alert> known, Instant now) {
        List<Alert> lasting = new ArrayList<>();
        List<Alert> over = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Map<String, String> down = known.keySet().containsAll(read.keySet()) ? Map.of() : down();
        for (Alert one : read.values()) {
            Alert before = known.get(one.fingerprint());
            boolean lasts = one.ends().isAfter(now);
            if (lasts && before != null) {
                Alert after = one.following(before);
                lasting.add(after);
                if (after.differsFrom(before)) {
                    changes.add(after.fails(now));
                }
            } else if (lasts) {
                Alert fresh = one.because(down.get(one.asset()));
                lasting.add(fresh);
                changes.add(fresh.fails(now));
            } else if (before != null) {
                over.add(before);
                changes.add(before.isOver(now, "It was told that it is over"));
            }
        }
        refuseTooMany(lasting.size() - known.size());
        table.put(lasting);
        table.remove(over);
        heard.add(changes);
    }

    private static void refuse(List<AlertingProblem> problems) {
        if (!problems.isEmpty()) {
            throw new AlertingRefused(AlertingRefused.Reason.INVALID, problems);
        }
    }

    private void refuseTooMany(int more) {
        if (more > 0 && table.count() + more > properties.most()) {
            refuse(
                    List.of(
                            new AlertingProblem(
                                    "alert.too-many",
                                    "",
                                    "There are more than %,d alerts already."
                                            .formatted(properties.most() - more),
                                    "Send fewer, or set cadastre.alerting.alerts.most higher.")));
        }
    }

    private Map<String, String> down() {
        return causes.of(monitors.down(Reach.ALL));
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        try {
            access.asSystem(this::look);
        } catch (RuntimeException failure) {
            log.warn("Alerts are looked at again later", failure);
        }
    }

    /** Ends those that were not sent again, and finds out anew what they are because of. */
    void look() {
        Instant now = now();
        if (table.count() > 0) {
            transaction.executeWithoutResult(_ -> {
                table.lock();
                end(now);
                blame(now);
            });
        }
    }

    /** A server that was away did not hear anybody, and gives them time to send again. */
    private void end(Instant now) {
        if (now.isBefore(begun.plus(properties.resolveTimeout()))) {
            return;
        }
        List<Alert> ended = table.endedBefore(now);
        table.remove(ended);
        heard.add(
                ended.stream()
                        .map(one -> one.isOver(now, "It is no longer told by who told it"))
                        .toList());
    }

    private void blame(Instant now) {
        Map<String, String> down = down();
        List<Alert> changed = new ArrayList<>();
        for (Alert one : table.all()) {
            String because = down.get(one.asset());
            if (!Objects.equals(because, one.because())) {
                changed.add(one.because(because));
            }
        }
        table.put(changed);
        heard.add(changed.stream().map(one -> one.fails(now)).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
