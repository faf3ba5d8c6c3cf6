package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.cadastre.server.ServerTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In a database of its own, which the server under test does not use. */
@ServerTest
class DatabaseLockTest {

    private final String name = "locked_" + UUID.randomUUID().toString().replace("-", "");
    private final AtomicInteger lost = new AtomicInteger();
    private final List<DatabaseLock> taken = new ArrayList<>();

    @Autowired private DataSource server;

    @BeforeEach
    void make() throws SQLException {
        sql("create database " + name);
    }

    @AfterEach
    void drop() throws SQLException {
        taken.forEach(DatabaseLock::close);
        sql("drop database " + name + " with (force)");
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private PGSimpleDataSource database() throws SQLException {
        var pool = server.unwrap(HikariDataSource.class);
        var database = new PGSimpleDataSource();
        database.setUrl(pool.getJdbcUrl());
        database.setUser(pool.getUsername());
        database.setPassword(pool.getPassword());
        database.setDatabaseName(name);
        return database;
    }

    private DatabaseLock take(String process) throws SQLException {
        DatabaseLock lock = DatabaseLock.take(database(), process, lost::incrementAndGet);
        taken.add(lock);
        return lock;
    }

    /** As when the database is started again, or the network was away. */
    private void cut(String process) throws SQLException {
        String query =
                """
                select pid from pg_stat_activity
                where datname = '%s' and application_name like 'cadastre %s %%'
                """
                        .formatted(name, process);
        List<Integer> sessions = new ArrayList<>();
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                sessions.add(row.getInt(1));
            }
        }
        assertThat(sessions).isNotEmpty();
        for (int session : sessions) {
            // Waits until it is gone.
            sql("select pg_terminate_backend(%d, 10000)".formatted(session));
        }
    }

    @Test
    void keepsAnotherProcessOutAndNamesTheFirst() throws SQLException {
        DatabaseLock first = take("first");

        assertThatThrownBy(() -> take("second"))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> {
                            assertThat(failure)
                                    .hasMessageMatching(
                                            "Another server instance works on this database:"
                                                    + " process %d on .+, since 20.+"
                                                            .formatted(
                                                                    ProcessHandle.current().pid()));
                            assertThat(failure.remedy()).contains("pg_terminate_backend(");
                        });
        first.close();
        take("second");
    }

    @Test
    void isForAllOfOneProcess() throws SQLException {
        take("first");

        take("first");
    }

    @Test
    void isTakenAgainWhereItsConnectionWasCut() throws SQLException {
        DatabaseLock first = take("first");
        cut("first");
        first.look();

        assertThatThrownBy(() -> take("second")).isInstanceOf(StartFailure.class);
        assertThat(lost).hasValue(0);
    }

    @Test
    void tellsOnceThatAnotherProcessHasTakenItMeanwhile() throws SQLException {
        DatabaseLock first = take("first");
        cut("first");
        take("second");

        first.look();
        first.look();

        assertThat(lost).hasValue(1);
    }

    @Test
    void isNotOfOtherDatabasesOfTheSameServer() throws SQLException {
        take("first");
        PGSimpleDataSource other = database();
        other.setDatabaseName(name + "_other");
        sql("create database %s_other".formatted(name));
        try (DatabaseLock lock = DatabaseLock.take(other, "second", lost::incrementAndGet)) {
            lock.look();
        } finally {
            sql("drop database %s_other with (force)".formatted(name));
        }

        assertThat(lost).hasValue(0);
    }

    @Test
    void saysWhatToDoWhereThereIsNoDatabase() throws SQLException {
        PGSimpleDataSource none = database();
        none.setDatabaseName("no_such_database");

        assertThatThrownBy(() -> DatabaseLock.take(none, "first", lost::incrementAndGet))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("The database cannot be used")
                .hasMessageContaining("no_such_database");
    }
}
