package dev.cadastre.server.inventory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what ended before a moment, for the hosts of one environment. */
@Component
class RetentionTable {

    private final JdbcClient jdbc;

    RetentionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> environments() {
        return jdbc.sql("select distinct environment from inventory.host order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    void forgetState(String table, String environment, Instant limit) {
        delete(
                """
                delete from %s using inventory.host
                where ordinal = subject and environment = ? and until < ?
                """
                        .formatted(table),
                environment,
                limit);
    }

    void forgetPackages(String environment, Instant limit) {
        delete(
                """
                delete from inventory.host_packages using inventory.host
                where ordinal = host and environment = ? and until < ?
                """,
                environment,
                limit);
    }

    void forgetConnections(String environment, Instant limit) {
        delete(
                """
                delete from inventory.connection using inventory.host
                where ordinal = host and environment = ? and last_seen < ?
                """,
                environment,
                limit);
    }

    private void delete(String sql, String environment, Instant limit) {
        jdbc.sql(sql).param(environment).param(Timestamp.from(limit)).update();
    }
}
