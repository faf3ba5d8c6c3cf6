package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.search.SearchHit;
import dev.cadastre.server.search.SearchHit.Kind;
import dev.cadastre.server.search.Searches;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class InventorySearchTest {

    private static final int SHOWN = 50;
    private static final Reach REACH = new Reach(Set.of("find"));

    @Autowired private Reports reports;
    @Autowired private Searches searches;
    @Autowired private HoldingsReader holdings;

    @BeforeEach
    void awaitIndex() {
        Awaitility.await().until(holdings::loaded);
    }

    @Test
    void showsWhatIsNamedBeforeTheManyWhoseNamesContainIt() {
        TestReport report = new TestReport().machine("find-web1").deb("zperl", "5.40");
        for (int i = 0; i < SHOWN + 5; i++) {
            report.deb("lib%02d-zperl".formatted(i), "1");
        }
        report.deb("zperl-doc", "1");
        accept("find-web1", report);

        for (String name : List.of("zperl", "ZPerl")) {
            List<SearchHit> onHost = find(name + " on find-web1");
            assertThat(onHost).hasSize(SHOWN);
            assertThat(onHost.getFirst().title()).isEqualTo("zperl");
            assertThat(onHost.getFirst().version()).isEqualTo("5.40");
            assertThat(find(name))
                    .hasSize(SHOWN)
                    .extracting(SearchHit::title)
                    .startsWith("zperl", "zperl-doc")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void knowsAHostWhoseNameManyOthersContain() {
        for (int i = 0; i < 12; i++) {
            accept("a%02d-findhost".formatted(i), new TestReport().machine("findhost" + i));
        }
        accept("findhost", new TestReport().machine("findhost").deb("find-pkg", "2"));

        assertThat(searches.find("find-pkg findhost", REACH, SHOWN).intent().host())
                .isEqualTo("findhost");
        assertThat(find("find-pkg on findhost"))
                .extracting(SearchHit::host)
                .containsExactly("findhost");
        assertThat(searches.find("findhost", REACH, 5).hits())
                .first()
                .satisfies(hit -> {
                    assertThat(hit.kind()).isEqualTo(Kind.HOST);
                    assertThat(hit.title()).isEqualTo("findhost");
                });
    }

    private List<SearchHit> find(String text) {
        return searches.find(text, REACH, SHOWN).hits();
    }

    private void accept(String host, TestReport report) {
        assertThat(reports.accept(TestReport.declared(host, "find"), report.build()))
                .isInstanceOf(Acceptance.Accepted.class);
    }
}
