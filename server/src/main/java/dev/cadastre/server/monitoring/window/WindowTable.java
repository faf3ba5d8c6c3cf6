package dev.cadastre.server.monitoring.window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;

/** A table of windows, which belongs to the part that names it. Thread-safe. */
@NamedInterface("window")
public final class WindowTable {

    private final JdbcClient jdbc;
    private final String name;

    /**
     * Reads and writes that table.
     *
     * @param name with its schema; part of the text of statements, and thus never from outside
     */
    public WindowTable(JdbcClient jdbc, String name) {
        this.jdbc = jdbc;
        this.name = name;
    }

    Window add(Window one) {
        return jdbc.sql(
                        """
                        insert into %s
                          (asset, q, environment, begins_at, ends_at, reason, made_at, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        returning *
                        """
                                .formatted(name))
                .param(one.asset())
                .param(one.q())
                .param(one.environment())
                .param(Timestamp.from(one.begins()))
                .param(Timestamp.from(one.ends()))
                .param(one.reason())
                .param(Timestamp.from(one.madeAt()))
                .param(one.madeBy())
                .query(WindowTable::row)
                .single();
    }

    Optional<Window> find(long id) {
        return jdbc.sql("select * from %s where id = ?".formatted(name))
                .param(id)
                .query(WindowTable::row)
                .optional();
    }

    /** Those that end after a moment, the first to begin first. */
    List<Window> endingAfter(Instant moment) {
        return jdbc.sql("select * from %s where ends_at > ? order by begins_at, id".formatted(name))
                .param(Timestamp.from(moment))
                .query(WindowTable::row)
                .list();
    }

    /** Ends one; one that has ended stays as it is. */
    void end(long id, Instant now, String by) {
        jdbc.sql(
                        "update %s set ends_at = ?, ended_by = ? where id = ? and ends_at > ?"
                                .formatted(name))
                .param(Timestamp.from(now))
                .param(by)
                .param(id)
                .param(Timestamp.from(now))
                .update();
    }

    /** Deletes some that ended before a moment, the first that ended first; returns how many. */
    int deleteEnded(Instant moment, int most) {
        return jdbc.sql(
                        """
                        delete from %s where id in
                          (select id from %s where ends_at < ? order by ends_at, id limit ?)
                        """
                                .formatted(name, name))
                .param(Timestamp.from(moment))
                .param(most)
                .update();
    }

    private static Window row(ResultSet row, int number) throws SQLException {
        return new Window(
                row.getLong("id"),
                row.getString("asset"),
                row.getString("q"),
                row.getString("environment"),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("reason"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getString("ended_by"));
    }
}
