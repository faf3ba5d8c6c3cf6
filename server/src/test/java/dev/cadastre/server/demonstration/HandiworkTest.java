package dev.cadastre.server.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.search.SavedQueries;
import dev.cadastre.server.search.SavedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class HandiworkTest {

    @Autowired private Handiwork handiwork;
    @Autowired private SavedQueries queries;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void clear() {
        jdbc.sql("delete from search.saved_query").update();
        jdbc.sql("delete from inventory.advisory where id like 'DEMO-%'").update();
    }

    @Test
    void savesQueriesThatCanBeAsked() {
        handiwork.of(Handiwork.SAVING);

        assertThat(queries.all())
                .extracting(SavedQuery::name)
                .contains("behind-on-openssl", "installed-by-hand", "the-shop");
    }

    @Test
    void loadsAdvisoriesAboutPackagesThatHostsHave() {
        handiwork.of(Handiwork.LOADING);

        List<@Nullable String> about =
                jdbc.sql(
                                """
                                select advisory || ' ' || type || ' ' || name
                                from inventory.advisory_package where advisory like 'DEMO-%'
                                """)
                        .query(String.class)
                        .list();
        assertThat(about)
                .containsExactlyInAnyOrder(
                        "DEMO-OPENSSL-1 DEB openssl",
                        "DEMO-OPENSSL-1 RPM openssl",
                        "DEMO-NGINX-1 DEB nginx");
    }
}
