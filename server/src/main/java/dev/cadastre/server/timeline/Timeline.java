package dev.cadastre.server.timeline;

import dev.cadastre.server.storage.Partitions;
import dev.cadastre.server.storage.upkeep.Kept;
import dev.cadastre.server.storage.upkeep.RetentionJob;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one list of what happened. Thread-safe. */
@Service
public class Timeline implements RetentionJob {

    private static final String OF_ASSET =
            "(asset_id = :id or (asset = cast(:name as text) and asset_id is null))";
    private static final String TABLE = "timeline.event";

    /** No more events than this are written by transactions that run at the same time. */
    private static final int OVERLAP = 200;

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

    /** Makes room for the months to come, however long the server runs. */
    @PostConstruct
    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT12H")
    void turnOver() {
        partitions.ensureAroundNow(TABLE);
    }

    @Override
    public List<Kept> kept() {
        return List.of(new Kept("events of the timeline", null));
    }

    /**
     * Adds an event. It becomes visible, and is published as a {@link TimelineEvent}, with the
     * transaction of the caller, which must have begun.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(NewEvent event) {
        appendAll(List.of(event));
    }

    /** Adds several, as above, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(List<NewEvent> events) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Long> ids =
                jdbc.sql(
                                """
                                insert into timeline.event
                                  (at, asset, environment, kind, summary, detail, actor, run)
                                select ?, asset, environment, kind, summary, cast(detail as jsonb),
                                       actor, run
                                from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality as told
                                  (asset, environment, kind, summary, detail, actor, run, place)
                                order by place
                                returning id
                                """)
                        .param(Timestamp.from(now))
                        .param(column(events, NewEvent::asset))
                        .param(column(events, NewEvent::environment))
                        .param(column(events, NewEvent::kind))
                        .param(column(events, NewEvent::summary))
                        .param(column(events, NewEvent::detail))
                        .param(column(events, NewEvent::actor))
                        .param(column(events, NewEvent::run))
                        .query((row, number) -> row.getLong(1))
                        .list();
        for (int i = 0; i < ids.size(); i++) {
            publisher.publishEvent(events.get(i).written(ids.get(i), now));
        }
    }

    private static @Nullable String[] column(
            List<NewEvent> events, Function<NewEvent, @Nullable String> component) {
        return events.stream().map(component).toArray(String[]::new);
    }

    /**
     * Makes the events of that name so far those of one asset for good, in the caller's
     * transaction. To be called when an asset gives up its name, so that they are not taken for
     * those of the next to have it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String name, UUID asset) {
        jdbc.sql("update timeline.event set asset_id = ? where asset = ? and asset_id is null")
                .param(asset)
                .param(name)
                .update();
    }

    /**
     * Forgets every event of an asset, in the caller's transaction.
     *
     * @param name the name that is the asset's now; null if it gave up the last it had
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID asset, @Nullable String name) {
        jdbc.sql("delete from timeline.event where " + OF_ASSET)
                .param("id", asset)
                .param("name", name)
                .update();
    }

    /** The events that match, newest first: the one that was written last, whatever its time. */
    @Transactional(readOnly = true)
    public List<TimelineEvent> find(TimelineQuery query) {
        return matching(query, "(cast(:asset as text) is null or asset = :asset)")
                .param("asset", query.asset())
                .query(Timeline::event)
                .list();
    }

    /**
     * The events that match and are of one asset, under whatever names it had, newest first.
     *
     * @param name the name that is the asset's now; null if it gave up the last it had
     */
    @Transactional(readOnly = true)
    public List<TimelineEvent> find(TimelineQuery query, UUID asset, @Nullable String name) {
        return matching(query, OF_ASSET)
                .param("id", asset)
                .param("name", name)
                .query(Timeline::event)
                .list();
    }

    private JdbcClient.StatementSpec matching(TimelineQuery query, String ofAsset) {
        return jdbc.sql(
                        """
                        select * from timeline.event
                        where (cast(:environments as text[]) is null
                               or environment = any(cast(:environments as text[])))
                          and %s
                          and (cast(:until as timestamptz) is null
                               or at <= cast(:until as timestamptz))
                          and (cast(:beforeId as bigint) is null or id < :beforeId)
                        order by id desc
                        limit :limit
                        """
                                .formatted(ofAsset))
                .param("environments", array(query.environments()))
                .param("until", query.until() == null ? null : Timestamp.from(query.until()))
                .param("beforeId", query.beforeId())
                .param("limit", query.limit());
    }

    /**
     * The last events of some assets within a time, newest first.
     *
     * @param assets what they had as names then
     * @param topics what their kinds begin with, up to the first point, such as {@code packages}
     * @param from the earliest time
     * @param until the latest
     */
    @Transactional(readOnly = true)
    public List<TimelineEvent> of(
            Collection<String> assets,
            Collection<String> topics,
            Instant from,
            Instant until,
            int limit) {
        return jdbc.sql(
                        """
                        select * from timeline.event
                        where asset = any(?) and asset_id is null
                          and at >= ? and at <= ?
                          and split_part(kind, '.', 1) = any(?)
                        order by id desc
                        limit ?
                        """)
                .param(assets.toArray(String[]::new))
                .param(Timestamp.from(from))
                .param(Timestamp.from(until))
                .param(topics.toArray(String[]::new))
                .param(limit)
                .query(Timeline::event)
                .list();
    }

    /**
     * The events that came after one, by id. Ids are given out before transactions end, so an event
     * of a smaller id may become visible later: the {@value #OVERLAP} ids before are told again,
     * and a reader drops what it knows.
     *
     * @param id the last event that the reader saw
     * @param environments only events of these; null for all
     * @param limit the most events to return, more than {@value #OVERLAP}
     */
    @Transactional(readOnly = true)
    public List<TimelineEvent> following(long id, @Nullable Set<String> environments, int limit) {
        return jdbc.sql(
                        """
                        select * from timeline.event
                        where id > :id - :overlap and id <> :id
                          and (cast(:environments as text[]) is null
                               or environment = any(cast(:environments as text[])))
                        order by id
                        limit :limit
                        """)
                .param("id", id)
                .param("overlap", OVERLAP)
                .param("environments", array(environments))
                .param("limit", limit)
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
