package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deliveries. */
@Component
class DeliveryTable {

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody at an address. */
    record Told(String team, Address address) {}

    void add(UUID id, long notice, Incident incident, Told to, Instant now) {
        jdbc.sql(
                        """
                        insert into alerting.delivery
                          (id, notice, incident, environment, team, channel, address, first,
                           made_at, due_at, until_at)
                        values (:id, :notice, :incident, :environment, :team, :channel, :address,
                          (select id from alerting.delivery
                           where incident = :incident and channel = :channel and address = :address
                           order by number limit 1),
                          :now, :now, :until)
                        """)
                .param("id", id)
                .param("notice", notice)
                .param("incident", incident.id())
                .param("environment", incident.environment())
                .param("team", to.team())
                .param("channel", to.address().channel().name())
                .param("address", to.address().text())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(Patience.WHOLE)))
                .update();
    }

    /**
     * Who heard of an incident, or still may, in the order in which they first were told; without
     * those who are known to take nothing any more.
     */
    List<Told> told(long incident) {
        return jdbc.sql(
                        """
                        select team, channel, address from alerting.delivery d where incident = ?
                          and not exists (
                            select from alerting.address known
                            where known.channel = d.channel and known.address = d.address
                              and (known.gone_at is not null or known.refused_at is not null))
                        group by team, channel, address
                        having bool_or(state <> 'FAILED')
                        order by min(number)
                        """)
                .param(incident)
                .query((row, _) ->
                        new Told(
                                row.getString("team"),
                                new Address(
                                        ChannelKind.valueOf(row.getString("channel")),
                                        row.getString("address"))))
                .list();
    }

    /**
     * What came of all that was sent of those of these incidents of which something was given up.
     */
    Map<Long, Attempts> attempts(Collection<Long> incidents) {
        Map<Long, List<Attempts.Attempt>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select incident, notice, team, channel, address, state, said
                        from alerting.delivery
                        where incident in (
                          select incident from alerting.delivery
                          where state = 'FAILED' and incident = any(?))
                        order by number
                        """)
                .param(incidents.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("incident"), _ -> new ArrayList<>())
                            .add(
                                    new Attempts.Attempt(
                                            row.getLong("notice"),
                                            row.getString("team"),
                                            new Address(
                                                    ChannelKind.valueOf(row.getString("channel")),
                                                    row.getString("address")),
                                            DeliveryState.valueOf(row.getString("state")),
                                            row.getString("said")));
                });
        Map<Long, Attempts> attempts = new HashMap<>();
        found.forEach((incident, all) -> attempts.put(incident, new Attempts(all)));
        return attempts;
    }

    /**
     * What is to be tried now: of each address the one that was made first. One that waits to be
     * tried again keeps back later ones of its incident, so that nobody hears of the end before the
     * beginning. What was tried, or made, later than now is from before the clock was put back; it
     * is not held up as long again.
     *
     * @param busy addresses at which something is being tried
     */
    List<Waiting> due(ChannelKind channel, Collection<String> busy, int limit, Instant now) {
        return jdbc.sql(
                        """
                        select * from (
                          select distinct on (d.address) d.*, n.message
                          from alerting.delivery d join alerting.notice n on n.id = d.notice
                          where d.state = 'WAITING' and d.channel = ?
                            and (d.due_at <= ? or coalesce(d.tried_at, d.made_at) > ?)
                            and d.address <> all (?)
                            and not exists (
                              select from alerting.delivery before
                              where before.incident = d.incident and before.channel = d.channel
                                and before.address = d.address and before.number < d.number
                                and before.state = 'WAITING')
                          order by d.address, d.number) heads
                        order by due_at, number limit ?
                        """)
                .param(channel.name())
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(busy.toArray(String[]::new))
                .param(limit)
                .query(DeliveryTable::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getLong("incident"),
                row.getString("team"),
                row.getString("address"),
                row.getObject("first", UUID.class),
                row.getInt("attempts"),
                row.getTimestamp("until_at").toInstant(),
                NoticeTable.message(row.getString("message")));
    }

    void triedInVain(UUID id, String said, Instant now, Instant due) {
        jdbc.sql(
                        """
                        update alerting.delivery
                        set attempts = attempts + 1, tried_at = ?, said = ?, due_at = ?
                        where id = ? and state = 'WAITING'
                        """)
                .param(Timestamp.from(now))
                .param(said)
                .param(Timestamp.from(due))
                .param(id)
                .update();
    }

    void ended(UUID id, DeliveryState state, String said, Instant now) {
        jdbc.sql(
                        """
                        update alerting.delivery
                        set attempts = attempts + 1, tried_at = :now, ended_at = :now,
                          said = :said, state = :state
                        where id = :id and state = 'WAITING'
                        """)
                .param("now", Timestamp.from(now))
                .param("said", said)
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** Lets one that failed be tried again at once; false if it has not. */
    boolean retry(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update alerting.delivery
                                set state = 'WAITING', ended_at = null, attempts = 0,
                                  due_at = :now, until_at = :until
                                where id = :id and state = 'FAILED'
                                """)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(now.plus(Patience.WHOLE)))
                        .param("id", id)
                        .update()
                > 0;
    }

    Optional<DeliveryLine> find(UUID id) {
        return jdbc.sql(
                        """
                        select d.*, n.kind, n.message ->> 'subject' subject
                        from alerting.delivery d join alerting.notice n on n.id = d.notice
                        where d.id = ?
                        """)
                .param(id)
                .query(DeliveryTable::line)
                .optional();
    }

    /** Newest first, of these environments; null for all. */
    List<DeliveryLine> list(DeliveryQuery query, String @Nullable [] environments) {
        return jdbc.sql(
                        """
                        select d.*, n.kind, n.message ->> 'subject' subject
                        from alerting.delivery d join alerting.notice n on n.id = d.notice
                        where (cast(:state as text) is null or d.state = :state)
                          and (cast(:incident as bigint) is null or d.incident = :incident)
                          and (cast(:team as text) is null or d.team = :team)
                          and (cast(:before as bigint) is null or d.number < :before)
                          and (cast(:environments as text[]) is null
                            or d.environment = any(cast(:environments as text[])))
                        order by d.number desc limit :limit
                        """)
                .param("state", Optional.ofNullable(query.state()).map(Enum::name).orElse(null))
                .param("incident", query.incident())
                .param("team", query.team())
                .param("before", query.before())
                .param("environments", environments)
                .param("limit", query.limit())
                .query(DeliveryTable::line)
                .list();
    }

    private static DeliveryLine line(ResultSet row, int number) throws SQLException {
        ChannelKind channel = ChannelKind.valueOf(row.getString("channel"));
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        return new DeliveryLine(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getLong("incident"),
                row.getString("environment"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("team"),
                channel,
                new Contact(channel, row.getString("address"), List.of()).shown(),
                state,
                row.getInt("attempts"),
                Objects.requireNonNull(time(row, "made_at")),
                state == DeliveryState.WAITING ? time(row, "due_at") : null,
                time(row, "tried_at"),
                time(row, "ended_at"),
                row.getString("said"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** How many wait, and how many were given up, in these environments; null for all. */
    Counts counts(String @Nullable [] environments) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'WAITING') waiting,
                          count(*) filter (where state = 'WAITING' and attempts > 0) retried,
                          count(*) filter (where state = 'FAILED') failed
                        from alerting.delivery
                        where state in ('WAITING', 'FAILED')
                          and (cast(:environments as text[]) is null
                            or environment = any(cast(:environments as text[])))
                        """)
                .param("environments", environments)
                .query((row, _) ->
                        new Counts(
                                row.getInt("waiting"), row.getInt("retried"), row.getInt("failed")))
                .single();
    }

    /** How many wait, how many of them were tried in vain, and how many were given up. */
    record Counts(int waiting, int retried, int failed) {}
}
