package dev.cadastre.server.alerting.watching;

import dev.cadastre.server.alerting.incident.Change;
import dev.cadastre.server.alerting.incident.OpenIncident;
import dev.cadastre.server.alerting.incident.Verdict;
import dev.cadastre.server.alerting.keeping.FailureTable;
import dev.cadastre.server.alerting.keeping.HeardTable;
import dev.cadastre.server.alerting.keeping.IncidentTable;
import dev.cadastre.server.monitoring.watching.Monitor;
import dev.cadastre.server.monitoring.watching.Monitors;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts right what is a failure and should be none, or the other way round, by how monitors stand:
 * what failed before incidents were kept, or under another version of the server. What differs at
 * one look only is on its way. Thread-safe.
 */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final String MONITOR = "monitor:";

    private final Monitors monitors;
    private final HeardTable heard;
    private final IncidentTable incidents;
    private final FailureTable failures;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private Set<String> suspects = Set.of();

    Reconciliation(
            Monitors monitors,
            HeardTable heard,
            IncidentTable incidents,
            FailureTable failures,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.monitors = monitors;
        this.heard = heard;
        this.incidents = incidents;
        this.failures = failures;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 10_000)
    void follow() {
        try {
            look();
        } catch (RuntimeException failure) {
            log.warn("Failures are compared with monitors again later", failure);
        }
    }

    /** Has what differed at the last look too be considered. */
    synchronized void look() {
        if (!heard.first(1).isEmpty()) {
            return;
        }
        Map<String, Change> differing = differing();
        List<Change> wrong =
                differing.values().stream()
                        .filter(one -> suspects.contains(one.key()))
                        .sorted(Comparator.comparing(Change::verdict))
                        .toList();
        suspects = Set.copyOf(differing.keySet());
        if (!wrong.isEmpty()) {
            transaction.executeWithoutResult(_ -> heard.add(wrong));
        }
    }

    private Map<String, Change> differing() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<String> open = new HashSet<>();
        for (OpenIncident one : incidents.open()) {
            one.failures().stream()
                    .filter(failure -> failure.monitor() != null)
                    .forEach(failure -> open.add(failure.key()));
        }
        List<Change> differing = new ArrayList<>();
        Set<String> ended = new HashSet<>(open);
        monitors.all()
                .forEach(one -> {
                    Change change = change(one, now);
                    ended.remove(change.key());
                    if (differs(change, open.contains(change.key()))) {
                        differing.add(change);
                    }
                });
        ended.forEach(key ->
                differing.add(Change.gone(Long.parseLong(key.substring(MONITOR.length())), now)));
        return withoutDismissed(differing);
    }

    private static boolean differs(Change change, boolean open) {
        return switch (change.verdict()) {
            case FINE -> open;
            case FAILS, FLAPS -> !open;
            case IN_DOUBT -> false;
        };
    }

    private static Change change(Monitor one, Instant now) {
        return Change.of(
                new Change.Subject(
                        one.row().id(),
                        one.row().name(),
                        one.row().asset(),
                        one.row().environment()),
                one.standing(),
                one.last() == null ? "" : one.last().output(),
                now);
    }

    /** What a person said is over stays so until it changes. */
    private Map<String, Change> withoutDismissed(List<Change> differing) {
        Map<String, Instant> dismissed =
                failures.dismissed(
                        differing.stream()
                                .filter(one -> one.verdict() != Verdict.FINE)
                                .map(Change::key)
                                .toList());
        Map<String, Change> left = new HashMap<>();
        for (Change one : differing) {
            Instant said = dismissed.get(one.key());
            if (said == null || isNew(one, said)) {
                left.put(one.key(), one);
            }
        }
        return left;
    }

    private static boolean isNew(Change change, Instant dismissed) {
        return change.verdict() == Verdict.FAILS && change.since().isAfter(dismissed);
    }
}
