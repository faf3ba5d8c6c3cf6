package dev.cadastre.server.alerting.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes incidents, with all that belongs to them. */
@Component
class IncidentRemoval {

    /** What names an incident and is deleted with it, what refers to another first. */
    private static final List<String> PARTS =
            List.of("alerting.delivery", "alerting.notice", "alerting.comment", "alerting.failure");

    private final JdbcClient jdbc;

    IncidentRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> environments() {
        return jdbc.sql("select distinct environment from alerting.incident order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * Forgets some incidents of an environment that were over before a moment, the first that were
     * first, with all that was said and told of them. Those of which something is yet to be told
     * stay, as do those into which others were merged that are kept, and those of which a person
     * said that they are over while they are not: else they would be told again.
     *
     * @param failing the keys of what fails now
     * @return how many
     */
    @Transactional
    public int forget(String environment, Instant limit, Collection<String> failing, int most) {
        Long[] ids = over(environment, limit, failing, most).toArray(Long[]::new);
        for (String part : PARTS) {
            jdbc.sql("delete from %s where incident = any(?)".formatted(part)).param(ids).update();
        }
        return jdbc.sql("delete from alerting.incident where id = any(?)").param(ids).update();
    }

    private List<Long> over(
            String environment, Instant limit, Collection<String> failing, int most) {
        return jdbc.sql(
                        """
                        select id from alerting.incident
                        where state = 'RESOLVED' and settled
                          and environment = ? and resolved_at < ?
                          and not exists (
                            select from alerting.delivery
                            where delivery.incident = incident.id and delivery.state = 'WAITING')
                          and not exists (
                            select from alerting.incident other
                            where other.merged_into = incident.id)
                          and (resolved_by is null or not exists (
                            select from alerting.failure
                            where failure.incident = incident.id
                              and failure.until = incident.resolved_at
                              and failure.key = any(?)))
                        order by resolved_at, id limit ? for update
                        """)
                .param(environment)
                .param(Timestamp.from(limit))
                .param(failing.toArray(String[]::new))
                .param(most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Forgets what came of attempts before a moment, at addresses that were not tried since. */
    void forgetAddresses(Instant limit) {
        jdbc.sql("delete from alerting.address where tried_at < ?")
                .param(Timestamp.from(limit))
                .update();
    }
}
