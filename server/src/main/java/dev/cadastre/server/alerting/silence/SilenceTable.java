package dev.cadastre.server.alerting.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of silences. */
@Component
class SilenceTable {

    private final JdbcClient jdbc;

    SilenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Silence add(Silence one) {
        return jdbc.sql(
                        """
                        insert into alerting.silence
                          (asset, q, environment, begins_at, ends_at, reason, made_at, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        returning *
                        """)
                .param(one.asset())
                .param(one.q())
                .param(one.environment())
                .param(Timestamp.from(one.begins()))
                .param(Timestamp.from(one.ends()))
                .param(one.reason())
                .param(Timestamp.from(one.madeAt()))
                .param(one.madeBy())
                .query(SilenceTable::row)
                .single();
    }

    Optional<Silence> find(long id) {
        return jdbc.sql("select * from alerting.silence where id = ?")
                .param(id)
                .query(SilenceTable::row)
                .optional();
    }

    /** Those that end after a moment, the first to begin first. */
    List<Silence> endingAfter(Instant moment) {
        return jdbc.sql(
                        """
                        select * from alerting.silence where ends_at > ?
                        order by begins_at, id
                        """)
                .param(Timestamp.from(moment))
                .query(SilenceTable::row)
                .list();
    }

    void end(long id, Instant now, String by) {
        jdbc.sql(
                        """
                        update alerting.silence set ends_at = ?, ended_by = ?
                        where id = ? and ends_at > ?
                        """)
                .param(Timestamp.from(now))
                .param(by)
                .param(id)
                .param(Timestamp.from(now))
                .update();
    }

    private static Silence row(ResultSet row, int number) throws SQLException {
        return new Silence(
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
