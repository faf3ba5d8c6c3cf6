package dev.cadastre.server.access;

import dev.cadastre.server.storage.Partitions;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table behind the audit list. */
@Component
class AuditList implements RetentionJob {

    static final String TABLE = "access.audit";
    static final Duration KEPT = Duration.ofDays(731);
    private static final int TEXT_LIMIT = 500;

    private final JdbcClient jdbc;
    private final Partitions partitions;
    private final Clock clock;

    AuditList(JdbcClient jdbc, Partitions partitions, Clock clock) {
        this.jdbc = jdbc;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Makes room for the months to come and forgets what is past its time. */
    @PostConstruct
    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT12H")
    void turnOver() {
        partitions.ensureAroundNow(TABLE);
        partitions.dropBefore(TABLE, clock.instant().minus(KEPT));
    }

    @Override
    public List<Kept> kept() {
        return List.of(new Kept("audit list", KEPT));
    }

    @Transactional
    public void add(
            Caller caller,
            String action,
            String subject,
            @Nullable String environment,
            String outcome) {
        jdbc.sql(
                        """
                        insert into access.audit
                          (at, actor, action, subject, environment, outcome, address)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(caller.actor().label())
                .param(action)
                .param(subject.length() > TEXT_LIMIT ? subject.substring(0, TEXT_LIMIT) : subject)
                .param(environment)
                .param(outcome)
                .param(caller.address())
                .update();
    }

    @Transactional(readOnly = true)
    public List<AuditEntry> before(@Nullable Long id, int limit) {
        return jdbc.sql(
                        """
                        select * from access.audit
                        where cast(:before as bigint) is null or id < :before
                        order by id desc limit :limit
                        """)
                .param("before", id)
                .param("limit", limit)
                .query(AuditList::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("environment"),
                row.getString("outcome"),
                row.getString("address"));
    }
}
