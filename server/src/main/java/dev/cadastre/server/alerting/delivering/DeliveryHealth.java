package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries that wait too long, and those of the last day that were given up. */
@Component
class DeliveryHealth implements Examination {

    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration RECENT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryHealth(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select state, channel, address, count(*) as deliveries,
                               (array_agg(said order by tried_at desc nulls last))[1] as said
                        from alerting.delivery
                        where (state = 'WAITING' and made_at < ?)
                           or (state = 'FAILED' and ended_at > ?)
                        group by state, channel, address order by state, deliveries desc limit 50
                        """)
                .params(Timestamp.from(now.minus(LONG)), Timestamp.from(now.minus(RECENT)))
                .query((row, _) ->
                        finding(
                                row.getString("state").equals("WAITING"),
                                row.getString("channel") + " " + row.getString("address"),
                                row.getLong("deliveries"),
                                Objects.requireNonNullElse(row.getString("said"), "")))
                .list();
    }

    /** Pure. */
    static Finding finding(boolean waits, String to, long deliveries, String said) {
        String last = said.isEmpty() ? "" : "; the last attempt said: " + said;
        return waits
                ? Finding.warning(
                        FindingKind.DELIVERIES_WAITING,
                        to,
                        "Deliveries that wait for more than 15 minutes: " + deliveries + last)
                : Finding.error(
                        FindingKind.DELIVERIES_FAILED,
                        to,
                        "Deliveries given up within a day: " + deliveries + last);
    }
}
