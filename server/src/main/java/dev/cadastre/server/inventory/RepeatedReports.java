package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.server.inventory.installed.Recent;
import dev.cadastre.server.storage.GroupCommit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in reports that repeat the one before, of many hosts at once. What was remembered of the
 * report before is no more than a hint: a host is only written to if its row still is as it was
 * left then. Thread-safe.
 */
@Component
class RepeatedReports {

    private static final Logger log = LoggerFactory.getLogger(RepeatedReports.class);
    private static final int REMEMBERED = 250_000;
    private static final int AT_ONCE = 200;

    /** Then a report is looked at in full again, so that what is offered to hosts is renewed. */
    private static final Duration LASTING = Duration.ofHours(12);

    private final Recent<String, Left> left = new Recent<>(REMEMBERED);
    private final GroupCommit<Repeated, Optional<Acceptance>> group;
    private final JdbcClient jdbc;
    private final ConnectionTable connections;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RepeatedReports(
            JdbcClient jdbc,
            ConnectionTable connections,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.group = new GroupCommit<>(AT_ONCE, this::writeOrLeave);
    }

    /**
     * How a report left a host.
     *
     * @param origin without its actor
     * @param looked when a report was looked at in full
     * @param observedAt when the last report was taken in
     */
    private record Left(
            int host,
            UUID id,
            String name,
            boolean declared,
            long revision,
            Origin origin,
            LastingContent content,
            Instant looked,
            Instant observedAt,
            Instant hostTime) {

        Left observed(Instant at, Instant time) {
            return new Left(host, id, name, declared, revision, origin, content, looked, at, time);
        }
    }

    /** A report with what is to be written of it. */
    private record Repeated(
            Left before,
            Instant now,
            Report report,
            String measures,
            String uses,
            SortedSet<ConnectionLine> connections) {}

    /**
     * Takes the report in if it repeats the one before.
     *
     * @return empty if nothing was done, and it is to be taken in like any other
     */
    Optional<Acceptance> accept(Origin origin, Report report) {
        Left before = left.find(origin.name());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (before == null
                || !before.origin().equals(withoutActor(origin))
                || !now.isAfter(before.observedAt())
                || !now.isBefore(before.looked().plus(LASTING))
                || ReportAge.older(report.hostTime(), before.hostTime(), before.observedAt(), now)
                || !before.content().equals(LastingContent.of(report))) {
            return Optional.empty();
        }
        return group.write(
                new Repeated(
                        before,
                        now,
                        report,
                        StateJson.write(ReportContent.measures(report, now)),
                        StateJson.write(ReportContent.uses(report)),
                        ConnectionRollup.of(report)));
    }

    /** Remembers how a report left a host; to be called when that is committed. */
    void remember(Origin origin, HostRow host, Report report) {
        left.keep(
                origin.name(),
                new Left(
                        host.ordinal(),
                        host.id(),
                        host.name(),
                        host.declared(),
                        host.revision(),
                        withoutActor(origin),
                        LastingContent.of(report),
                        Objects.requireNonNull(host.observedAt()),
                        Objects.requireNonNull(host.observedAt()),
                        report.hostTime()));
    }

    private static Origin withoutActor(Origin origin) {
        return new Origin(
                origin.name(),
                origin.naming(),
                origin.environment(),
                origin.groups(),
                origin.source(),
                origin.reach(),
                "");
    }

    /** What cannot be written together is left to be written one by one. */
    private List<Optional<Acceptance>> writeOrLeave(List<Repeated> reports) {
        try {
            Set<Integer> written =
                    Objects.requireNonNull(transaction.execute(status -> write(reports)));
            return reports.stream().map(report -> accepted(report, written)).toList();
        } catch (DataAccessException | TransactionException failure) {
            log.warn(
                    "Repeated reports are written one by one, since they could not be together: {}",
                    failure.getMessage());
            return reports.stream().map(_ -> Optional.<Acceptance>empty()).toList();
        }
    }

    private Optional<Acceptance> accepted(Repeated report, Set<Integer> written) {
        Left before = report.before();
        // Of two reports of one host the other one is left.
        if (!written.remove(before.host())) {
            return Optional.empty();
        }
        left.keep(
                before.origin().name(), before.observed(report.now(), report.report().hostTime()));
        return Optional.of(
                new Acceptance.Accepted(before.id(), before.name(), false, List.of(), null));
    }

    /** The hosts that were as they had been left. */
    private Set<Integer> write(List<Repeated> reports) {
        Map<Integer, Repeated> byHost = new HashMap<>();
        reports.forEach(report -> byHost.putIfAbsent(report.before().host(), report));
        Collection<Repeated> told = byHost.values();
        Set<Integer> written = new HashSet<>(observe(told));
        connections.add(sockets(told, written));
        events.publishEvent(reported(told, written));
        return written;
    }

    private List<Integer> observe(Collection<Repeated> told) {
        return jdbc.sql(
                        """
                        with told as (
                          select * from unnest(:hosts, :revisions, :declared, :sources, :befores,
                              cast(:nows as timestamptz[]), :times, :measures, :uses)
                            as told (host, revision, declared, source, before, now, host_time,
                                     measures, uses)),
                        kept as (
                          update inventory.host as host
                          set observed_at = told.now, host_time = told.host_time,
                              attempted_at = case when told.source = 'PROBE'
                                then told.now else attempted_at end
                          from told
                          where host.ordinal = told.host and host.revision = told.revision
                            and host.declared = told.declared and host.observed_at = told.before
                            and (told.source <> 'PROBE' or host.outcome = 'COLLECTED')
                          returning host.ordinal)
                        update inventory.observation as known
                        set observed_at = told.now, host_time = told.host_time,
                            measures = cast(told.measures as json), uses = cast(told.uses as json)
                        from told join kept on kept.ordinal = told.host
                        where known.host = told.host and known.source = told.source
                        returning known.host
                        """)
                .param("hosts", told.stream().mapToInt(one -> one.before().host()).toArray())
                .param(
                        "revisions",
                        told.stream().mapToLong(one -> one.before().revision()).toArray())
                .param("declared", column(told, Boolean[]::new, one -> one.before().declared()))
                .param("sources", texts(told, one -> one.before().origin().source().name()))
                .param("befores", times(told, one -> one.before().observedAt()))
                .param("nows", times(told, Repeated::now))
                .param("times", times(told, one -> one.report().hostTime()))
                .param("measures", texts(told, Repeated::measures))
                .param("uses", texts(told, Repeated::uses))
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private static Map<Integer, ConnectionTable.Seen> sockets(
            Collection<Repeated> told, Set<Integer> written) {
        Map<Integer, ConnectionTable.Seen> seen = new HashMap<>();
        for (Repeated report : told) {
            int host = report.before().host();
            if (written.contains(host) && !report.connections().isEmpty()) {
                seen.put(host, new ConnectionTable.Seen(report.connections(), report.now()));
            }
        }
        return seen;
    }

    private static HostsReported reported(Collection<Repeated> told, Set<Integer> written) {
        return new HostsReported(
                told.stream()
                        .filter(report -> written.contains(report.before().host()))
                        .map(report ->
                                new HostsReported.Reported(
                                        report.before().host(),
                                        report.now(),
                                        report.connections(),
                                        false))
                        .toList());
    }

    private static String[] texts(Collection<Repeated> told, Function<Repeated, String> value) {
        return column(told, String[]::new, value);
    }

    private static Timestamp[] times(Collection<Repeated> told, Function<Repeated, Instant> value) {
        return column(told, Timestamp[]::new, one -> Timestamp.from(value.apply(one)));
    }

    private static <T> T[] column(
            Collection<Repeated> told,
            java.util.function.IntFunction<T[]> array,
            Function<Repeated, T> value) {
        List<T> values = new ArrayList<>(told.size());
        told.forEach(one -> values.add(value.apply(one)));
        return values.toArray(array.apply(0));
    }
}
