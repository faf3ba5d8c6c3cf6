package dev.cadastre.server.inventory;

import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageChange;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes at the host itself that a report of it was taken in, and tells what it changed. */
@Component
class HostObservation {

    private final JdbcClient jdbc;
    private final IdentityKeyTable keys;
    private final HostHistory history;
    private final HoldingsReader holdings;
    private final Timeline timeline;

    HostObservation(
            JdbcClient jdbc,
            IdentityKeyTable keys,
            HostHistory history,
            HoldingsReader holdings,
            Timeline timeline) {
        this.holdings = holdings;
        this.jdbc = jdbc;
        this.keys = keys;
        this.history = history;
        this.timeline = timeline;
    }

    HostRow note(
            HostRow host,
            Origin origin,
            Report report,
            ContentApplication.Applied applied,
            Instant now) {
        PackageChange packages = applied.packages();
        HostRow observed = update(host, origin, report, applied, now);
        if (host.observedAt() == null || !observed.stored().equals(host.stored())) {
            history.note(observed, now);
        }
        if (packages != null) {
            holdings.changed(host.ordinal(), packages);
        }
        keys.replace(host.ordinal(), IdentityKeyTable.of(report.identity()));
        return observed;
    }

    private HostRow update(
            HostRow host,
            Origin origin,
            Report report,
            ContentApplication.Applied applied,
            Instant now) {
        PackageChange packages = applied.packages();
        boolean system = applied.sections().believed(Section.Kind.SYSTEM);
        return jdbc.sql(
                        """
                        update inventory.host
                        set observed_at = :now,
                            host_time = case when :foreign then host_time else :hostTime end,
                            os_id = coalesce(:osId, os_id), os = coalesce(:os, os),
                            kernel = coalesce(:kernel, kernel),
                            packages = coalesce(cast(:packages as int), packages),
                            outcome = case when :probed then 'COLLECTED' else outcome end,
                            outcome_since = case when :probed and outcome <> 'COLLECTED'
                              then :now else outcome_since end,
                            outcome_reason = case when :probed then null else outcome_reason end,
                            outcome_remedy = case when :probed then null else outcome_remedy end,
                            attempted_at = case when :probed then :now else attempted_at end
                        where ordinal = :host returning *
                        """)
                .param("now", Timestamp.from(now))
                .param("hostTime", Timestamp.from(report.hostTime()))
                .param("foreign", origin.source().foreign())
                .param("osId", system ? fact(report, FactNames.OS_ID) : null)
                .param("os", system ? fact(report, FactNames.OS_NAME) : null)
                .param("kernel", system ? fact(report, FactNames.KERNEL) : null)
                .param("packages", packages == null ? null : packages.members().size())
                .param("probed", origin.source() == Source.PROBE)
                .param("host", host.ordinal())
                .query(HostRow::of)
                .single();
    }

    /** One event for a first report, else one for each kind of content that changed. */
    void tell(HostRow before, HostRow after, Origin origin, List<ChangeText> texts) {
        if (before.observedAt() == null) {
            timeline.append(found(after, origin));
        } else {
            for (ChangeText text : texts) {
                append(after, text.change().kind(), text.summary(), text.detail(), origin.actor());
            }
        }
        if (before.outcome().kind().failing() && !after.outcome().kind().failing()) {
            String summary = after.name() + " is collected again";
            append(after, "collection.recovered", summary, "{}", origin.actor());
        }
    }

    /** The event of a host's first report. */
    NewEvent found(HostRow host, Origin origin) {
        return new NewEvent(
                host.asset(),
                host.environment(),
                "host.found",
                host.name() + " was found with " + host.packages() + " packages",
                StateJson.write(Map.of("source", origin.source(), "packages", host.packages())),
                origin.actor());
    }

    private void append(HostRow host, String kind, String summary, String detail, String actor) {
        timeline.append(
                new NewEvent(host.asset(), host.environment(), kind, summary, detail, actor));
    }

    private static @Nullable String fact(Report report, String name) {
        return report.fact(name)
                .map(FactValue::text)
                .map(text -> Bounded.text(text, Bounded.NAME))
                .orElse(null);
    }
}
