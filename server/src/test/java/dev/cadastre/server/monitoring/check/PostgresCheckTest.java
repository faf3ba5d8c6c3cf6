package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.PluginResult;
import dev.cadastre.plugin.PluginState;
import dev.cadastre.server.ServerTest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PostgresCheckTest {

    @Autowired private JdbcClient database;

    private final Map<String, String> base = new HashMap<>();

    @BeforeEach
    void makeARole() {
        database.sql(
                        """
                        DO $$ BEGIN
                          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'check_reader') THEN
                            CREATE ROLE check_reader LOGIN PASSWORD 'r3ad';
                          END IF;
                        END $$
                        """)
                .update();
        base.put(
                "host",
                database.sql("SELECT host(inet_server_addr())").query(String.class).single());
        base.put("port", database.sql("SELECT inet_server_port()").query(String.class).single());
        base.put(
                "database", database.sql("SELECT current_database()").query(String.class).single());
        base.put("user", "check_reader");
        base.put("secret", "READER");
    }

    private PluginResult run(Duration limit, String... pairs) {
        Map<String, String> settings = new HashMap<>(base);
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return new TestChecks()
                .secrets(Map.of("READER", "r3ad", "WRONG", "wr0ng"))
                .check(CheckKind.POSTGRESQL, settings)
                .run(limit);
    }

    private PluginResult run(String... pairs) {
        return run(TestChecks.PLENTY, pairs);
    }

    @Test
    void judgesTheFirstValue() {
        PluginResult well = run("query", "SELECT 17 AS orders;", "warning", "20");

        assertThat(well.state()).as(well.text()).isEqualTo(PluginState.OK);
        assertThat(well.text()).startsWith("POSTGRESQL OK: orders is 17 in ");
        assertThat(well.metrics()).extracting(Metric::label).containsExactly("orders", "time");
        assertThat(run("query", "SELECT 21 AS orders", "warning", "20").state())
                .isEqualTo(PluginState.WARNING);
        assertThat(run("query", "SELECT 'ready'", "expect", "ready").state())
                .isEqualTo(PluginState.OK);
        assertThat(run("query", "SELECT 'late'", "expect", "ready").text())
                .contains("is late, not \"ready\"");
    }

    @Test
    void asksTheNextAddressIfTheFirstRefuses() {
        Map<String, String> settings = new HashMap<>(base);
        settings.put("host", "db.example");
        InetAddress listens = InetAddress.ofLiteral(Objects.requireNonNull(base.get("host")));

        PluginResult result =
                new TestChecks()
                        .names(_ -> List.of(InetAddress.ofLiteral("127.0.0.77"), listens))
                        .secrets(Map.of("READER", "r3ad"))
                        .check(CheckKind.POSTGRESQL, settings)
                        .run(TestChecks.PLENTY);

        assertThat(result.state()).as(result.text()).isEqualTo(PluginState.OK);
    }

    @Test
    void doesNotKnowWhatIsNoNumber() {
        assertThat(run("query", "SELECT 'x'", "critical", "1").state())
                .isEqualTo(PluginState.UNKNOWN);
        assertThat(run("query", "SELECT 1 WHERE false", "critical", "1").state())
                .isEqualTo(PluginState.UNKNOWN);
    }

    @Test
    void readsAndDoesNothingElse() {
        assertThat(run("query", "CREATE TEMP TABLE t (a int)").text()).contains("read-only");
        assertThat(run("query", "SELECT set_config('transaction_read_only','off',false)").text())
                .contains("POSTGRESQL CRITICAL");
    }

    @Test
    void readsSoManyRowsAndNoMore() {
        assertThat(run("query", "SELECT * FROM generate_series(1, 1000000) AS n").text())
                .contains("n is 1, the first of 1000 rows");
        assertThat(run("query", "SELECT repeat('x', 100000000)").state())
                .isEqualTo(PluginState.CRITICAL);
    }

    @Test
    void tellsWhoMayNotSignInAndShowsNoSecret() {
        PluginResult result = run("secret", "WRONG");

        assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
        assertThat(result.text()).contains("check_reader may not sign in").doesNotContain("wr0ng");
    }

    @Test
    void endsWithAQueryThatDoesNot() {
        PluginResult result = run(Duration.ofSeconds(2), "query", "SELECT pg_sleep(300)");

        assertThat(result.state()).isEqualTo(PluginState.CRITICAL);
    }
}
