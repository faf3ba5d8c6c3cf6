package dev.cadastre.server.inventory;

import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.server.inventory.HostDetail.IdentityKey;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageChange;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.installed.PackageSets;
import dev.cadastre.server.inventory.query.HostIndex;
import dev.cadastre.server.storage.GroupCommit;
import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in the first reports of hosts that nothing is known of, many at once. Where anything is
 * known of a host, or two of a group are alike, the report is left to be taken in by itself.
 * Thread-safe.
 */
@Component
class FirstReports {

    private static final Logger log = LoggerFactory.getLogger(FirstReports.class);
    private static final int AT_ONCE = 100;

    private final GroupCommit<First, Optional<HostRow>> group;
    private final HostTable hosts;
    private final IdentityKeyTable identityKeys;
    private final HostHistory history;
    private final HostObservation observation;
    private final PackageSets sets;
    private final Intervals intervals;
    private final SourceTable sources;
    private final AppliedDigests digests;
    private final ConnectionTable connections;
    private final HoldingsReader holdings;
    private final HostIndex index;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstReports(
            HostTable hosts,
            IdentityKeyTable identityKeys,
            HostHistory history,
            HostObservation observation,
            PackageSets sets,
            Intervals intervals,
            SourceTable sources,
            AppliedDigests digests,
            ConnectionTable connections,
            HoldingsReader holdings,
            HostIndex index,
            Timeline timeline,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.hosts = hosts;
        this.identityKeys = identityKeys;
        this.history = history;
        this.observation = observation;
        this.sets = sets;
        this.intervals = intervals;
        this.sources = sources;
        this.digests = digests;
        this.connections = connections;
        this.holdings = holdings;
        this.index = index;
        this.timeline = timeline;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.group = new GroupCommit<>(AT_ONCE, this::writeOrLeave);
    }

    /**
     * A report, and what is to be written of it. It is compared by identity.
     *
     * @param states the values by key
     */
    record First(
            Origin origin,
            Report report,
            Set<IdentityKey> keys,
            PackageIds packages,
            Map<StateDomain, SortedMap<String, String>> states,
            Map<String, String> digests,
            String measures,
            String uses,
            SortedSet<ConnectionLine> connections) {

        static First of(Origin origin, Report report, PackageIds packages, Instant now) {
            ReportSections sections = new ReportSections(report, Set.of());
            Map<StateDomain, SortedMap<String, String>> states = new EnumMap<>(StateDomain.class);
            for (StateDomain domain : StateDomain.values()) {
                states.put(domain, ContentApplication.told(domain, report, sections));
            }
            return new First(
                    origin,
                    report,
                    IdentityKeyTable.of(report.identity()),
                    packages,
                    states,
                    ContentApplication.digests(
                            origin.source(), report, sections, packages, states, now),
                    StateJson.write(ReportContent.measures(report, now)),
                    StateJson.write(ReportContent.uses(report)),
                    ConnectionRollup.of(report));
        }

        String environment() {
            return Objects.requireNonNullElse(origin.environment(), Admission.UNASSIGNED);
        }

        List<String> groups() {
            return Objects.requireNonNullElse(origin.groups(), List.of());
        }

        @Nullable String fact(String name) {
            return report.fact(name)
                    .map(FactValue::text)
                    .map(text -> Bounded.text(text, Bounded.NAME))
                    .orElse(null);
        }
    }

    /** A new host with its report. */
    private record Found(HostRow host, First first) {}

    /** Whether no host of that name is known. What other tools tell takes its own way. */
    boolean mayTake(Origin origin) {
        return !origin.source().foreign() && index.lacks(origin.name());
    }

    /**
     * Takes the report in if nothing is known of its host.
     *
     * @return the host's row; empty if nothing was done, and the report is to be taken in by itself
     */
    Optional<HostRow> accept(Origin origin, Report report, PackageIds packages) {
        return mayTake(origin) && report.sections().stream().noneMatch(FirstReports::unchanged)
                ? group.write(First.of(origin, report, packages, now()))
                : Optional.empty();
    }

    private static boolean unchanged(SectionOutcome outcome) {
        return outcome.status() == SectionOutcome.Status.UNCHANGED;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What cannot be written together is left to be written one by one. */
    private List<Optional<HostRow>> writeOrLeave(List<First> reports) {
        try {
            IdentityHashMap<First, HostRow> written =
                    Objects.requireNonNull(
                            transaction.execute(status -> write(unlikeEachOther(reports))));
            return reports.stream()
                    .map(report -> Optional.ofNullable(written.get(report)))
                    .toList();
        } catch (DataAccessException | TransactionException failure) {
            log.warn(
                    "First reports are written one by one, since they could not be together: {}",
                    failure.getMessage());
            return reports.stream().map(_ -> Optional.<HostRow>empty()).toList();
        }
    }

    private static List<First> unlikeEachOther(List<First> reports) {
        Set<String> names = new HashSet<>();
        Set<IdentityKey> keys = new HashSet<>();
        List<First> unlike = new ArrayList<>();
        for (First report : reports) {
            boolean known = report.keys().stream().anyMatch(keys::contains);
            if (!known && names.add(report.origin().name())) {
                keys.addAll(report.keys());
                unlike.add(report);
            }
        }
        return unlike;
    }

    private IdentityHashMap<First, HostRow> write(List<First> reports) {
        hosts.reserve(reports.stream().map(report -> report.origin().name()).toList());
        identityKeys.lock(
                reports.stream()
                        .flatMap(report -> report.keys().stream())
                        .collect(Collectors.toSet()));
        Set<Integer> known =
                hosts.known(
                        reports.stream().map(report -> report.origin().name()).toList(),
                        reports.stream().map(First::keys).toList());
        List<First> fresh = new ArrayList<>();
        for (int place = 0; place < reports.size(); place++) {
            if (!known.contains(place)) {
                fresh.add(reports.get(place));
            }
        }
        return fresh.isEmpty() ? new IdentityHashMap<>() : begin(fresh, now());
    }

    private IdentityHashMap<First, HostRow> begin(List<First> fresh, Instant now) {
        List<HostRow> rows = hosts.createAll(fresh, now);
        List<Found> all = new ArrayList<>();
        IdentityHashMap<First, HostRow> written = new IdentityHashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            all.add(new Found(rows.get(i), fresh.get(i)));
            written.put(fresh.get(i), rows.get(i));
        }
        identityKeys.begin(
                all.stream().collect(Collectors.toMap(Found::host, one -> one.first().keys())));
        history.begin(rows, now);
        for (StateDomain domain : StateDomain.values()) {
            states(domain, all, now);
        }
        sources.begin(
                all.stream()
                        .map(one ->
                                new SourceTable.Told(
                                        one.host().ordinal(),
                                        one.first().origin().source(),
                                        one.first().report(),
                                        one.first().measures(),
                                        one.first().uses()))
                        .toList(),
                now);
        digests.begin(
                rows.stream().map(HostRow::ordinal).toList(),
                fresh.stream().map(First::digests).toList());
        packages(all, now);
        connections.add(sockets(all, now));
        events.publishEvent(reported(all, now));
        timeline.appendAll(
                all.stream()
                        .map(one -> observation.found(one.host(), one.first().origin()))
                        .toList());
        return written;
    }

    private void states(StateDomain domain, List<Found> all, Instant now) {
        List<Long> subjects = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Found one : all) {
            Objects.requireNonNull(one.first().states().get(domain))
                    .forEach((key, value) -> {
                        subjects.add((long) one.host().ordinal());
                        keys.add(key);
                        values.add(value);
                    });
        }
        if (!subjects.isEmpty()) {
            intervals.beginAll(
                    domain.table(),
                    subjects.stream().mapToLong(Long::longValue).toArray(),
                    keys.toArray(String[]::new),
                    values.toArray(String[]::new),
                    now);
        }
        if (domain == StateDomain.FACTS) {
            all.forEach(one -> index.observed(one.host().ordinal(), now, one.first()::fact));
        }
    }

    private void packages(List<Found> all, Instant now) {
        SortedMap<Integer, PackageIds> members = new TreeMap<>();
        all.forEach(one -> members.put(one.host().ordinal(), one.first().packages()));
        sets.beginAll(members, now);
        members.forEach((host, packages) ->
                holdings.changed(
                        host, new PackageChange(null, now, packages, PackageIds.NONE, packages)));
    }

    private static Map<Integer, ConnectionTable.Seen> sockets(List<Found> all, Instant now) {
        Map<Integer, ConnectionTable.Seen> seen = new HashMap<>();
        all.forEach(one ->
                seen.put(
                        one.host().ordinal(),
                        new ConnectionTable.Seen(one.first().connections(), now)));
        return seen;
    }

    private static HostsReported reported(List<Found> all, Instant now) {
        return new HostsReported(
                all.stream()
                        .map(one ->
                                new HostsReported.Reported(
                                        one.host().ordinal(), now, one.first().connections(), true))
                        .toList());
    }
}
