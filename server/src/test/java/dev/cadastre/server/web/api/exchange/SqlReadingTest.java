package dev.cadastre.server.web.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Tokens;
import dev.cadastre.server.web.api.ApiClient;
import dev.cadastre.server.web.api.ReportText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Whoever has the role reads what the API answers, and nothing besides. */
@ServerTest
class SqlReadingTest {

    @Autowired private Environment server;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    private ApiClient admin = ApiClient.nobody();

    @BeforeEach
    void signIn() {
        admin = ApiClient.administrator(server, access, tokens);
    }

    private List<String> read(String sql, Object... parameters) {
        return new TransactionTemplate(transactions)
                .execute(status -> {
                    status.setRollbackOnly();
                    jdbc.sql("set local role cadastre_reader").update();
                    return jdbc.sql(sql).params(parameters).query(String.class).list();
                });
    }

    private List<String> texts(String path, String field) {
        return admin.get(path)
                .get("items")
                .valueStream()
                .map(item -> item.get(field).asString())
                .toList();
    }

    @Test
    void answersAsTheApiDoesNowAndThen() {
        var enrolled = new Enrolled(server, admin);
        ApiClient host =
                enrolled.host(
                        "sql-a1", "sql-a", new ReportText("x").has("curl", "7.1").has("vim", "9"));
        Instant first = Instant.parse(texts("/api/v1/hosts/sql-a1/packages", "since").getFirst());
        Enrolled.send(
                host,
                new ReportText("x")
                        .has("curl", "7.2")
                        .has("nano", "7")
                        .at(Instant.now().plusSeconds(5)));
        String then = first.plusMillis(1).toString();
        String now =
                "select name || ' ' || version from cadastre.v_installed where host = ?"
                        + " order by name";
        String past =
                "select name || ' ' || version from"
                        + " cadastre.installed_at(cast(? as timestamptz), ?) order by name";

        assertThat(read(now, "sql-a1")).containsExactly("curl 7.2", "nano 7");
        assertThat(read(past, then, "sql-a1"))
                .containsExactly("curl 7.1", "vim 9")
                .hasSameSizeAs(texts("/api/v1/hosts/sql-a1/packages?at=" + then, "version"));
        assertThat(read("select os from cadastre.v_host where name = ?", "sql-a1"))
                .containsExactly(admin.get("/api/v1/hosts/sql-a1").get("os").asString());
        assertThat(
                        read(
                                "select environment from cadastre.host_at(cast(? as timestamptz))"
                                        + " where name = ?",
                                then,
                                "sql-a1"))
                .containsExactly("sql-a");
        assertThat(
                        read(
                                "select version from cadastre.v_package where name = 'curl'"
                                        + " and version like '7._' order by version"))
                .contains("7.1", "7.2");
    }

    @Test
    void readsTheSameFactsAsTheApi() {
        new Enrolled(server, admin).host("sql-b1", "sql-b", new ReportText("x"));
        String path = "/api/v1/hosts/sql-b1/facts";
        List<String> ofApi =
                admin.get(path)
                        .get("items")
                        .valueStream()
                        .filter(fact -> fact.get("kind").asString().equals("STATE"))
                        .map(SqlReadingTest::line)
                        .toList();

        assertThat(
                        read(
                                "select name || '=' || value from cadastre.v_fact where host = ?"
                                        + " order by name collate \"C\"",
                                "sql-b1"))
                .isNotEmpty()
                .isEqualTo(ofApi);
        assertThat(
                        read(
                                "select name || '=' || value from cadastre.fact_at(now(), ?)"
                                        + " order by name collate \"C\"",
                                "sql-b1"))
                .isEqualTo(ofApi);
    }

    private static String line(JsonNode fact) {
        return fact.get("name").asString() + "=" + fact.get("value");
    }

    @Test
    void opensNothingElse() {
        for (String table :
                List.of("inventory.host", "access.token", "timeline.event", "dispatch.host_key")) {
            assertThatThrownBy(() -> read("select 1 from " + table))
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> read("delete from cadastre.v_host returning name"))
                .hasStackTraceContaining("permission denied");
    }
}
