package dev.cadastre.server.web.api.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a definition makes that finds all of very many hosts, and how much is written for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyHostsTest {

    private static final int HOSTS = 10_000;

    /** As many results are written in one transaction. */
    private static final int RESULTS_AT_ONCE = 2_000;

    private static final String TRANSACTIONS = "count(distinct cast(xmin as text))";
    private static final String LAST_TRANSACTION = "max(cast(cast(xmin as text) as bigint))";

    private ChangingEstate estate;

    @BeforeAll
    void start(@TempDir Path folder) {
        estate = new ChangingEstate(folder);
        estate.save(
                IntStream.range(0, HOSTS)
                        .mapToObj("[host many%d]\nenvironment = qa\naddress = none\n"::formatted)
                        .collect(Collectors.joining()));
    }

    @AfterAll
    void stop() {
        estate.close();
    }

    private long define(String body) {
        return estate.calls().done("POST", "monitor-definitions", body).get("id").asLong();
    }

    private JdbcClient jdbc() {
        return estate.part(JdbcClient.class);
    }

    /** An aggregate over the monitors of a definition on these hosts. */
    private long ofMonitors(String aggregate, long definition) {
        return jdbc().sql(
                        """
                        select %s from monitoring.monitor
                        where definition = ? and asset like 'host:many%%'
                        """
                                .formatted(aggregate))
                .param(definition)
                .query(Long.class)
                .single();
    }

    /** An aggregate over what is thought of them. */
    private long ofStates(String aggregate, long definition) {
        return jdbc().sql(
                        """
                        select %s from monitoring.state_open where subject in (
                          select id from monitoring.monitor
                          where definition = ? and asset like 'host:many%%')
                        """
                                .formatted(aggregate))
                .param(definition)
                .query(Long.class)
                .single();
    }

    @Test
    void areMadeInOneTransactionAndLookedAtAgainWithoutAnyWriting() {
        long id = define("{\"name\":\"told\",\"q\":\"*\",\"kind\":\"PASSIVE\"}");
        assertThat(ofMonitors("count(*)", id)).isEqualTo(HOSTS);
        assertThat(ofMonitors(TRANSACTIONS, id)).isOne();
        long before = ofMonitors(LAST_TRANSACTION, id);

        // Asking looks at what is covered first.
        JsonNode page = estate.calls().get("monitors?limit=100&definition=" + id);

        assertThat(page.get("items")).hasSize(100);
        assertThat(page.get("next").asString()).isNotEmpty();
        assertThat(ofMonitors("count(*)", id)).isEqualTo(HOSTS);
        assertThat(ofMonitors(LAST_TRANSACTION, id)).isEqualTo(before);
        assertThat(estate.calls().texts("timeline?limit=100", "summary"))
                .containsOnlyOnce("Monitor told was added");
        estate.calls().done("DELETE", "monitor-definitions/" + id, "");
    }

    @Test
    void areReadOffTheRegisterTogether() {
        long id =
                define(
                        """
                        {"name":"fact","q":"*","kind":"FACT","interval":"31d",
                         "settings":{"breach":"host:many1"}}
                        """);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> ofStates("count(*)", id) == HOSTS);

        // The server's own machine and the one that every estate has are among them.
        assertThat(ofStates(TRANSACTIONS, id)).isLessThanOrEqualTo(HOSTS / RESULTS_AT_ONCE + 1);
        assertThat(estate.calls().texts("monitors?state=PROBLEM&definition=" + id, "asset"))
                .containsExactly("host:many1");
        estate.calls().done("DELETE", "monitor-definitions/" + id, "");
    }
}
