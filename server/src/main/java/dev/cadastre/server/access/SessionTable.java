package dev.cadastre.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sessions. */
@Component
class SessionTable {

    static final Duration LONGEST = Duration.ofDays(7);
    static final Duration IDLE = Duration.ofHours(12);

    /** A request within this time of the last one noted is not noted, to spare the disk. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final int CLIENT_LIMIT = 300;

    /** A session that still holds. */
    record Held(long id, long person, Instant lastSeenAt) {}

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] hash, long person, Origin origin, Instant now) {
        jdbc.sql(
                        """
                        insert into access.session
                          (secret_hash, person, address, client, created_at, last_seen_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(hash)
                .param(person)
                .param(origin.address())
                .param(
                        origin.client()
                                .substring(0, Math.min(CLIENT_LIMIT, origin.client().length())))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .update();
    }

    Optional<Held> use(byte[] hash, Instant now) {
        Optional<Held> held =
                jdbc.sql(
                                """
                                select id, person, last_seen_at from access.session
                                where secret_hash = ? and created_at > ? and last_seen_at > ?
                                """)
                        .param(hash)
                        .param(Timestamp.from(now.minus(LONGEST)))
                        .param(Timestamp.from(now.minus(IDLE)))
                        .query((row, number) ->
                                new Held(
                                        row.getLong("id"),
                                        row.getLong("person"),
                                        row.getTimestamp("last_seen_at").toInstant()))
                        .optional();
        held.filter(session -> !now.isBefore(session.lastSeenAt().plus(NOTED_EVERY)))
                .ifPresent(session -> noteUse(session.id(), now));
        return held;
    }

    private void noteUse(long id, Instant now) {
        jdbc.sql("update access.session set last_seen_at = ? where id = ?")
                .param(Timestamp.from(now))
                .param(id)
                .update();
    }

    List<Session> of(String person, @Nullable Long current, Instant now) {
        return jdbc.sql(
                        """
                        select s.*, s.id is not distinct from cast(? as bigint) as current
                        from access.session s join access.person p on p.id = s.person
                        where p.name = ? and s.created_at > ? and s.last_seen_at > ?
                        order by s.last_seen_at desc, s.id desc
                        """)
                .param(current)
                .param(person)
                .param(Timestamp.from(now.minus(LONGEST)))
                .param(Timestamp.from(now.minus(IDLE)))
                .query(SessionTable::session)
                .list();
    }

    void end(long id) {
        jdbc.sql("delete from access.session where id = ?").param(id).update();
    }

    void endAllOf(long person) {
        jdbc.sql("delete from access.session where person = ?").param(person).update();
    }

    void deleteEnded(Instant now) {
        jdbc.sql("delete from access.session where created_at <= ? or last_seen_at <= ?")
                .param(Timestamp.from(now.minus(LONGEST)))
                .param(Timestamp.from(now.minus(IDLE)))
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getLong("id"),
                row.getString("address"),
                row.getString("client"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getBoolean("current"));
    }
}
