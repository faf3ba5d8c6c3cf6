package dev.cadastre.server.inventory;

import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how asking jsonstats servers went; a change to failing and back is an event. */
@Component
class JsonstatsTable {

    private final JdbcClient jdbc;
    private final HostTable hosts;
    private final Timeline timeline;
    private final Clock clock;

    JsonstatsTable(JdbcClient jdbc, HostTable hosts, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.hosts = hosts;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** How asking that host's server went; empty if it has none or was never asked. */
    Optional<Jsonstats> of(int host) {
        return jdbc.sql("select * from inventory.jsonstats where host = ?")
                .param(host)
                .query((row, number) ->
                        new Jsonstats(
                                row.getString("url"),
                                new Outcome(
                                        Outcome.Kind.valueOf(row.getString("outcome")),
                                        row.getTimestamp("since").toInstant(),
                                        row.getString("reason"),
                                        row.getString("remedy"),
                                        row.getTimestamp("attempted_at").toInstant())))
                .optional();
    }

    /** When that living host's server was last asked; null if never. */
    @Nullable Instant lastAttempt(String host) {
        return hosts.living(host)
                .flatMap(row -> of(row.ordinal()))
                .map(known -> known.outcome().lastAttempt())
                .orElse(null);
    }

    /** Nothing if no such host lives. */
    @Transactional
    public void record(String name, String url, Collector.Ending ending) {
        Optional<HostRow> known = hosts.living(name);
        if (known.isEmpty()) {
            return;
        }
        HostRow host = hosts.lock(known.get().ordinal());
        boolean failedBefore =
                of(host.ordinal()).filter(before -> before.outcome().kind().failing()).isPresent();
        write(host.ordinal(), url, ending);
        boolean fails = ending.kind().failing();
        if (fails != failedBefore) {
            String summary =
                    fails
                            ? "The jsonstats server of " + name + " fails: " + ending.reason()
                            : "The jsonstats server of " + name + " answers again";
            tell(host, fails ? "jsonstats.failed" : "jsonstats.recovered", summary, ending);
        }
    }

    private void write(int host, String url, Collector.Ending ending) {
        jdbc.sql(
                        """
                        insert into inventory.jsonstats as known
                          (host, url, outcome, since, reason, remedy, attempted_at)
                        values (:host, :url, :kind, :now, :reason, :remedy, :now)
                        on conflict (host) do update
                        set url = excluded.url, outcome = excluded.outcome,
                            since = case when known.outcome = excluded.outcome
                              then known.since else excluded.since end,
                            reason = excluded.reason, remedy = excluded.remedy,
                            attempted_at = excluded.attempted_at
                        """)
                .param("host", host)
                .param("url", url)
                .param("kind", ending.kind().name())
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", Bounded.optional(ending.reason(), Bounded.VALUE))
                .param("remedy", Bounded.optional(ending.remedy(), Bounded.VALUE))
                .update();
    }

    private void tell(HostRow host, String kind, String summary, Collector.Ending ending) {
        Map<String, String> detail = new HashMap<>();
        detail.put("outcome", ending.kind().name());
        if (ending.remedy() != null) {
            detail.put("remedy", Bounded.text(ending.remedy(), Bounded.NAME));
        }
        timeline.append(
                new NewEvent(
                        host.asset(),
                        host.environment(),
                        kind,
                        Bounded.text(summary, Bounded.NAME),
                        StateJson.write(detail),
                        NewEvent.SYSTEM));
    }

    /** Forgets the servers of all hosts but these. */
    @Transactional
    public void keepOnly(Set<String> names) {
        jdbc.sql(
                        """
                        delete from inventory.jsonstats where host not in (
                          select ordinal from inventory.host
                          where lifecycle = 'LIVE' and name = any(?))
                        """)
                .param(names.toArray(String[]::new))
                .update();
    }
}
