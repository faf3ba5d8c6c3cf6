package dev.cadastre.server.alerting.received;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.keeping.HeardTable;
import dev.cadastre.server.storage.Continuity;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
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
 * ends. In a downtime of what it is about it is no failure; if it lasts longer, it is one then.
 * Sending takes writing where what the alert is about is. Thread-safe.
 */
@NamedInterface("received")
@Service
public class Alerts {

    private static final Logger log = LoggerFactory.getLogger(Alerts.class);

    private final AlertTable table;
    private final AlertPlaces places;
    private final HeardTable heard;
    private final Circumstances circumstances;
    private final AlertsProperties properties;
    private final Access access;
    private final Clock clock;
    private final Continuity continuity;
    private final TransactionTemplate transaction;

    Alerts(
            AlertTable table,
            AlertPlaces places,
            HeardTable heard,
            Circumstances circumstances,
            AlertsProperties properties,
            Access access,
            Clock clock,
            Continuity continuity,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.places = places;
        this.heard = heard;
        this.circumstances = circumstances;
        this.properties = properties;
        this.access = access;
        this.clock = clock;
        this.continuity = continuity;
        this.transaction = new TransactionTemplate(transactions);
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
        List<Alert> news = new ArrayList<>();
        List<Alert> over = new ArrayList<>();
        for (Alert one : read.values()) {
            Alert before = known.get(one.fingerprint());
            if (one.ends().isAfter(now)) {
                Alert after = before == null ? one : one.following(before);
                (before == null || after.differsFrom(before) ? news : lasting).add(after);
            } else if (before != null) {
                over.add(before);
            }
        }
        refuseTooMany(lasting.size() + news.size() - known.size());
        List<Alert> placed = circumstances.of(news);
        table.put(lasting);
        table.put(placed);
        table.remove(over);
        heard.add(placed.stream().map(one -> one.lasts(now)).toList());
        heard.add(
                over.stream().map(one -> one.isOver(now, "It was told that it is over")).toList());
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
                                    "Send fewer, or set [alerts] most higher.")));
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        try {
            access.asSystem(this::look);
        } catch (RuntimeException failure) {
            log.warn("Alerts are looked at again later", failure);
        }
    }

    /** Ends those that were not sent again, and finds out anew what else is so where they are. */
    void look() {
        Instant now = now();
        if (table.count() > 0) {
            transaction.executeWithoutResult(_ -> {
                table.lock();
                end(now);
                place(now);
            });
        }
    }

    /** A server that was away did not hear anybody, and gives them time to send again. */
    private void end(Instant now) {
        if (now.isBefore(continuity.since().plus(properties.resolveTimeout()))) {
            return;
        }
        List<Alert> ended = table.endedBefore(now);
        table.remove(ended);
        heard.add(
                ended.stream()
                        .map(one -> one.isOver(now, "It is no longer told by who told it"))
                        .toList());
    }

    private void place(Instant now) {
        Map<String, Alert> known = new HashMap<>();
        table.all().forEach(one -> known.put(one.fingerprint(), one));
        List<Alert> changed =
                circumstances.of(known.values()).stream()
                        .filter(one ->
                                one.isOtherwise(
                                        Objects.requireNonNull(known.get(one.fingerprint()))))
                        .toList();
        table.put(changed);
        heard.add(changed.stream().map(one -> one.lasts(now)).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
