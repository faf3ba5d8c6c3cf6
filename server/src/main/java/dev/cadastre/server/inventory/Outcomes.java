package dev.cadastre.server.inventory;

import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how collections went; a change to failing and back is an event. Thread-safe. */
@Service
public class Outcomes {

    private final JdbcClient jdbc;
    private final HostTable hosts;
    private final Timeline timeline;
    private final Clock clock;

    Outcomes(JdbcClient jdbc, HostTable hosts, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.hosts = hosts;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Notes how an attempt to collect that host went, with why and what to do unless all is well;
     * nothing if the host is erased by now. An accepted report of {@link Source#PROBE} notes {@link
     * Outcome.Kind#COLLECTED} by itself.
     */
    @Transactional
    public void record(
            UUID host, Outcome.Kind kind, @Nullable String reason, @Nullable String remedy) {
        Optional<HostRow> known = hosts.withId(host);
        if (known.isEmpty()) {
            return;
        }
        HostRow before = hosts.lock(known.get().ordinal());
        write(before.ordinal(), kind, reason, remedy);
        if (kind != before.outcome().kind() && kind.failing()) {
            tell(before, "collection.failed", failure(before, kind, reason), kind, remedy);
        } else if (!kind.failing() && before.outcome().kind().failing()) {
            String summary = before.name() + " is collected again";
            tell(before, "collection.recovered", summary, kind, remedy);
        }
    }

    private void write(
            int host, Outcome.Kind kind, @Nullable String reason, @Nullable String remedy) {
        jdbc.sql(
                        """
                        update inventory.host
                        set outcome_since = case when outcome = :kind
                              then outcome_since else :now end,
                            outcome = :kind, outcome_reason = :reason, outcome_remedy = :remedy,
                            attempted_at = :now
                        where ordinal = :host
                        """)
                .param("kind", kind.name())
                .param("reason", Bounded.optional(reason, Bounded.VALUE))
                .param("remedy", Bounded.optional(remedy, Bounded.VALUE))
                .param("now", Timestamp.from(clock.instant()))
                .param("host", host)
                .update();
    }

    private static String failure(HostRow host, Outcome.Kind kind, @Nullable String reason) {
        return Bounded.text(
                host.name() + " is not collected: " + (reason == null ? kind : reason),
                Bounded.NAME);
    }

    private void tell(
            HostRow host,
            String event,
            String summary,
            Outcome.Kind kind,
            @Nullable String remedy) {
        Map<String, String> detail = new HashMap<>();
        detail.put("outcome", kind.name());
        if (remedy != null) {
            detail.put("remedy", Bounded.text(remedy, Bounded.NAME));
        }
        timeline.append(
                new NewEvent(
                        host.asset(),
                        host.environment(),
                        event,
                        summary,
                        StateJson.write(detail),
                        NewEvent.SYSTEM));
    }
}
