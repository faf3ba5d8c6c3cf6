package dev.cadastre.server.monitoring.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of monitors. */
@Component
public class MonitorTable {

    private final JdbcClient jdbc;

    MonitorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A monitor to be added. */
    public record Fresh(long definition, String name, String asset, int host, String environment) {}

    /** Those that live. */
    public List<MonitorRow> living() {
        return jdbc.sql("select * from monitoring.monitor where ended_at is null order by id")
                .query(MonitorTable::row)
                .list();
    }

    /** Adds some; returns them with their ids. */
    public List<MonitorRow> add(List<Fresh> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        insert into monitoring.monitor
                          (definition, name, asset, host, environment, made_at)
                        select definition, name, asset, nullif(host, 0), environment, ?
                        from unnest(?, ?, ?, ?, ?) as told (definition, name, asset, host, environment)
                        returning *
                        """)
                .param(Timestamp.from(now))
                .param(fresh.stream().mapToLong(Fresh::definition).toArray())
                .param(fresh.stream().map(Fresh::name).toArray(String[]::new))
                .param(fresh.stream().map(Fresh::asset).toArray(String[]::new))
                .param(fresh.stream().mapToInt(Fresh::host).toArray())
                .param(fresh.stream().map(Fresh::environment).toArray(String[]::new))
                .query(MonitorTable::row)
                .list();
    }

    /** Gives monitors another name, asset or environment, as those of a renamed host have. */
    public void change(List<MonitorRow> changed) {
        if (!changed.isEmpty()) {
            jdbc.sql(
                            """
                            update monitoring.monitor known
                            set name = told.name, asset = told.asset,
                                environment = told.environment, host = nullif(told.host, 0)
                            from unnest(?, ?, ?, ?, ?) as told (id, name, asset, environment, host)
                            where known.id = told.id
                            """)
                    .param(changed.stream().mapToLong(MonitorRow::id).toArray())
                    .param(changed.stream().map(MonitorRow::name).toArray(String[]::new))
                    .param(changed.stream().map(MonitorRow::asset).toArray(String[]::new))
                    .param(changed.stream().map(MonitorRow::environment).toArray(String[]::new))
                    .param(changed.stream().mapToInt(MonitorRow::host).toArray())
                    .update();
        }
    }

    /** Ends monitors; what was known of them stays known. */
    public void end(Collection<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update monitoring.monitor set ended_at = ? where id = any(?)")
                    .param(Timestamp.from(now))
                    .param(ids.stream().mapToLong(Long::longValue).toArray())
                    .update();
        }
    }

    private static MonitorRow row(ResultSet row, int number) throws SQLException {
        return new MonitorRow(
                row.getLong("id"),
                row.getLong("definition"),
                row.getString("name"),
                row.getString("asset"),
                row.getInt("host"),
                row.getString("environment"),
                row.getTimestamp("made_at").toInstant());
    }
}
