package dev.cadastre.server.inventory.advisory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AdvisoryMatchesTest {

    @Autowired private AdvisoryMatches matches;
    @Autowired private Advisories advisories;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource database;

    private void load(String id, String fixed) {
        String document =
                """
                {"schema_version": "1.7.0", "id": "%s", "modified": "2024-01-02T03:04:05Z",
                 "affected": [{"package": {"ecosystem": "PyPI", "name": "matches-lib"},
                   "ranges": [{"type": "ECOSYSTEM",
                               "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
                """
                        .formatted(id, fixed);
        advisories.load(new ByteArrayInputStream(document.getBytes(UTF_8)));
    }

    private void know(String version) {
        jdbc.sql(
                        """
                        insert into inventory.package (digest, type, name, version)
                        values (sha256(convert_to(?, 'UTF8')), 'PYPI', 'matches-lib', ?)
                        """)
                .param("matches-lib " + version)
                .param(version)
                .update();
    }

    /** As another server over the same database does. */
    private void loadElsewhere(Statement elsewhere) throws SQLException {
        elsewhere.execute(
                """
                update inventory.advisory_package
                set affected = replace(cast(affected as text), '2.0', '3.0')::json
                where advisory = 'MATCHES-1'
                """);
        elsewhere.execute("insert into inventory.advisory_load (at, advisories) values (now(), 1)");
    }

    @Test
    @Timeout(60)
    void answersByWhatWasKnownBeforeWhileNewAdvisoriesAreMatched() throws SQLException {
        know("1.0");
        load("MATCHES-1", "2.0");
        assertThat(fixed()).isEqualTo("2.0");

        try (Connection connection = database.getConnection();
                Connection blocking = database.getConnection();
                Statement elsewhere = connection.createStatement();
                Statement lock = blocking.createStatement()) {
            loadElsewhere(elsewhere);
            blocking.setAutoCommit(false);
            lock.execute("lock table inventory.advisory_package in access exclusive mode");

            assertThat(fixed()).isEqualTo("2.0");
            assertThat(fixed()).isEqualTo("2.0");

            blocking.rollback();
            blocking.setAutoCommit(true);
        }

        Awaitility.await().until(() -> "3.0".equals(fixed()));
    }

    private String fixed() {
        List<PackageMatch> about = matches.byAdvisory().getOrDefault("MATCHES-1", List.of());
        return String.valueOf(about.getFirst().fixed());
    }

    @Test
    void knowsWhatWasLoadedWhenLoadingEnds() {
        know("1.1");

        load("MATCHES-2", "2.1");

        assertThat(matches.byAdvisory()).containsKey("MATCHES-2");
    }
}
