package dev.cadastre.server.timeline;

import dev.cadastre.server.storage.Partitions;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one list of what happened. Thread-safe. */
@Service
public class Timeline {

    private final JdbcClient jdbc;
    private final Partitions partitions;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Timeline(
            JdbcClient jdbc,
            Partitions partitions,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.partitions = partitions;
        this.publisher = publisher;
        this.clock = clock;
    }

    @PostConstruct
    void prepare() {
        partitions.ensureAroundNow("timeline.event");
    }

    /**
     * Adds an event. It becomes visible, and is published as a {@link TimelineEvent}, with the
     * transaction of the caller, which must have begun.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(NewEvent event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id =
                jdbc.sql(
                                """
                                insert into timeline.event
                                  (at, asset, environment, kind, summary, detail, actor, run)
                                values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
                                returning id
                                """)
                        .param(Timestamp.from(now))
                        .param(event.asset())
                        .param(event.environment())
                        .param(event.kind())
                        .param(event.summary())
                        .param(event.detail())
                        .param(event.actor())
                        .param(event.run())
                        .query(Long.class)
                        .single();
        publisher.publishEvent(
                new TimelineEvent(
                        id,
                        now,
                        event.asset(),
                        event.environment(),
                        event.kind(),
                        event.summary(),
                        event.detail(),
                        event.actor(),
                        event.run()));
    }

    /** Forgets every event of an asset, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String asset) {
        jdbc.sql("delete from timeline.event where asset = ?").param(asset).update();
    }

    /** The events that match, newest first. */
    @Transactional(readOnly = true)
    public List<TimelineEvent> find(TimelineQuery query) {
        return jdbc.sql(
                        """
                        select * from timeline.event
                        where (cast(:environments as text[]) is null
                               or environment = any(cast(:environments as text[])))
                          and (cast(:asset as text) is null or asset = :asset)
                          and (cast(:until as timestamptz) is null
                               or at <= cast(:until as timestamptz))
                          and (cast(:beforeId as bigint) is null or id < :beforeId)
                        order by at desc, id desc
                        limit :limit
                        """)
                .param("environments", array(query.environments()))
                .param("asset", query.asset())
                .param("until", query.until() == null ? null : Timestamp.from(query.until()))
                .param("beforeId", query.beforeId())
                .param("limit", query.limit())
                .query(Timeline::event)
                .list();
    }

    private static String @Nullable [] array(@Nullable Set<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private static TimelineEvent event(ResultSet row, int number) throws SQLException {
        return new TimelineEvent(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("asset"),
                row.getString("environment"),
                row.getString("kind"),
                row.getString("summary"),
                row.getString("detail"),
                row.getString("actor"),
                row.getString("run"));
    }
}
