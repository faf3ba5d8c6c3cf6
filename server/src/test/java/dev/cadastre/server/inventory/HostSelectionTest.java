package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.query.HostIndex;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class HostSelectionTest {

    private static final Reach SELECTED = new Reach(Set.of("select"));

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private HoldingsReader holdings;
    @Autowired private HostIndex index;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void endsNoListWhereAHostOfItsPageIsRetiredMeanwhile() {
        Awaitility.await().until(() -> holdings.loaded() && index.loaded());
        for (String name : List.of("select1", "select2", "select3")) {
            reports.accept(
                    TestReport.declared(name, "select"), new TestReport().machine(name).build());
        }

        Page<Host> page = withRetired("select2");

        assertThat(page.items()).extracting(Host::name).containsExactly("select1");
        assertThat(page.next()).isNotNull();
    }

    /** The first page, read where the index has yet to learn that a host is retired. */
    private Page<Host> withRetired(String host) {
        return Objects.requireNonNull(
                new TransactionTemplate(transactions)
                        .execute(status -> {
                            status.setRollbackOnly();
                            jdbc.sql(
                                            """
                                            update inventory.host set lifecycle = 'RETIRED'
                                            where name = ?
                                            """)
                                    .param(host)
                                    .update();
                            return hosts.find(HostQuery.living(1), "name:select?", SELECTED);
                        }));
    }
}
