package dev.cadastre.server.change.running;

import dev.cadastre.server.storage.Continuity;
import dev.cadastre.server.storage.health.Examination;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs that have waited for a person for long, and those whose end is told to nobody. */
@Component
class WaitingRuns implements Examination {

    private static final int MOST = 100;
    private static final Duration FOR_A_PERSON = Duration.ofDays(1);
    private static final Duration FOR_OURSELVES = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Continuity continuity;

    WaitingRuns(JdbcClient jdbc, Clock clock, Continuity continuity) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.continuity = continuity;
    }

    @Override
    public List<Finding> examine() {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select id, change, phase, since, ended from (
                          select id, change, phase, ended_at is not null as ended,
                            coalesce(ended_at,
                              (select max(at) from change.entry e where e.run = r.id),
                              begun_at) as since
                          from change.run r
                          where (ended_at is not null and not settled)
                             or (ended_at is null
                               and phase in ('WAITING_FOR_APPROVAL', 'PAUSED', 'ASKING'))) as one
                        where since < case when ended then cast(:ours as timestamptz)
                                           else cast(:persons as timestamptz) end
                        order by id limit :most
                        """)
                .param("ours", Timestamp.from(toldUntil(now)))
                .param("persons", Timestamp.from(now.minus(FOR_A_PERSON)))
                .param("most", MOST)
                .query((row, _) ->
                        finding(
                                row.getLong("id"),
                                row.getString("change"),
                                row.getBoolean("ended") ? "" : row.getString("phase"),
                                row.getTimestamp("since").toInstant()))
                .list();
    }

    /** A server that was away, or has just invented a past, has not had the time yet. */
    private Instant toldUntil(Instant now) {
        Instant until = now.minus(FOR_OURSELVES);
        return until.isBefore(continuity.since()) ? Instant.EPOCH : until;
    }

    /**
     * Pure.
     *
     * @param phase empty if it has ended
     */
    static Finding finding(long run, String change, String phase, Instant since) {
        String subject = "run " + run;
        return switch (phase) {
            case "" ->
                    Finding.error(
                            FindingKind.ENDINGS_WAITING,
                            subject,
                            "%s ended at %s, and the other parts have not been told"
                                    .formatted(change, since));
            case "WAITING_FOR_APPROVAL" -> waiting(subject, change, "a second person", since);
            case "PAUSED" -> waiting(subject, change, "somebody to go on", since);
            default -> waiting(subject, change, "an answer", since);
        };
    }

    private static Finding waiting(String subject, String change, String what, Instant since) {
        return Finding.warning(
                FindingKind.RUN_WAITING,
                subject,
                "%s has waited for %s since %s".formatted(change, what, since));
    }
}
