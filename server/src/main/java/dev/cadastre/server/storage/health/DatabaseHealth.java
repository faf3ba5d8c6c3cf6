package dev.cadastre.server.storage.health;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.cadastre.server.storage.health.DatabaseFindings.Figures;
import dev.cadastre.server.storage.health.DatabaseFindings.Pool;
import dev.cadastre.server.storage.health.DatabaseFindings.TableRows;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what PostgreSQL and the pool tell of themselves. */
@Component
class DatabaseHealth implements Examination {

    private final JdbcClient jdbc;
    private final HikariDataSource connections;

    DatabaseHealth(JdbcClient jdbc, HikariDataSource connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    @Override
    public List<Finding> examine() {
        Pool pool = pool();
        return DatabaseFindings.of(tables(), figures(), pool);
    }

    private Pool pool() {
        HikariPoolMXBean pool = connections.getHikariPoolMXBean();
        return new Pool(
                pool == null ? 0 : pool.getActiveConnections(),
                connections.getMaximumPoolSize(),
                pool == null ? 0 : pool.getThreadsAwaitingConnection());
    }

    private List<TableRows> tables() {
        return jdbc.sql(
                        """
                        select schemaname || '.' || relname as name, n_live_tup, n_dead_tup
                        from pg_stat_user_tables order by n_dead_tup desc limit 100
                        """)
                .query((row, _) ->
                        new TableRows(
                                row.getString("name"),
                                row.getLong("n_live_tup"),
                                row.getLong("n_dead_tup")))
                .list();
    }

    private Figures figures() {
        return jdbc.sql(
                        """
                        select
                          (select age(datfrozenxid) from pg_database
                           where datname = current_database()) as age,
                          count(*) as connections,
                          current_setting('max_connections')::int as most,
                          coalesce(extract(epoch from clock_timestamp() - min(xact_start) filter (
                            where datname = current_database())), 0)::bigint as oldest
                        from pg_stat_activity where backend_type = 'client backend'
                        """)
                .query((row, _) ->
                        new Figures(
                                row.getLong("age"),
                                row.getInt("connections"),
                                row.getInt("most"),
                                Duration.ofSeconds(row.getLong("oldest"))))
                .single();
    }
}
