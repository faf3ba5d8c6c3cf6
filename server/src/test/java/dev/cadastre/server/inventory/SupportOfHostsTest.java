package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.support.Support;
import dev.cadastre.server.inventory.support.SupportItem;
import dev.cadastre.server.inventory.support.SupportLine;
import dev.cadastre.server.inventory.support.SupportStatus;
import dev.cadastre.server.inventory.support.WayUp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Versions are long out of support, or given facts of the far future, so that no day changes it.
 */
@ServerTest
class SupportOfHostsTest {

    @Autowired private Reports reports;
    @Autowired private Support support;
    @Autowired private HoldingsReader holdings;

    @BeforeEach
    void loadFacts() {
        Awaitility.await().until(holdings::loaded);
        support.load(
                """
                {"schema_version": "1.2.0", "result": {"name": "ruby", "releases": [
                  {"name": "9.1", "releaseDate": "2020-01-01", "eolFrom": "2999-01-01"},
                  {"name": "9.0", "releaseDate": "2019-01-01", "eolFrom": "2998-01-01"},
                  {"name": "2.7", "releaseDate": "2019-12-25", "eolFrom": "2023-03-31"}]}}
                """
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void accept(String name, String environment, TestReport report) {
        reports.accept(TestReport.declared(name, environment), report.machine(name).build());
    }

    @Test
    void judgesSystemRuntimesAndServers() {
        accept(
                "support-a1",
                "support-a",
                new TestReport()
                        .fact("os.name", "Debian GNU/Linux 10 (buster)")
                        .runtime("ruby", "2.7.4", "/usr/bin/ruby2.7")
                        .runtime("perl", "5.32.1", "/usr/bin/perl")
                        .deb("nginx", "1.14.2-2+deb10u5")
                        .deb("postgresql", "15+248")
                        .deb("postgresql-client-11", "11.22-0")
                        .deb("postgresql-11", "11.22-0+deb10u2"));

        List<SupportItem> items = support.ofHost("support-a1", 180, Reach.ALL);

        assertThat(items)
                .extracting(item -> item.name() + " " + item.judgement().cycle())
                .containsExactly(
                        "Debian GNU/Linux 10 (buster) 10",
                        "ruby 2.7",
                        "postgresql-11 11",
                        "nginx 1.14");
        assertThat(items)
                .allSatisfy(item ->
                        assertThat(item.judgement().status()).isEqualTo(SupportStatus.ENDED));
        assertThat(items.getFirst().waysUp())
                .isNotEmpty()
                .allSatisfy(way -> assertThat(way.kind()).isEqualTo(WayUp.Kind.NEWER_SYSTEM));
    }

    @Test
    void findsTheWaysUpThatAHostHas() {
        accept(
                "support-b1",
                "support-b",
                new TestReport()
                        .runtime("ruby", "2.7.4", "/usr/bin/ruby2.7")
                        .runtime("ruby", "9.0.1", "/opt/rh/rh-ruby90/root/usr/bin/ruby"));
        for (String name : List.of("support-b2", "support-b3")) {
            accept(
                    name,
                    "support-b",
                    new TestReport().runtime("ruby", "9.1.0", "/usr/local/bin/ruby"));
        }
        accept(
                "support-b4",
                "support-other",
                new TestReport().runtime("ruby", "9.1.5", "/opt/ruby/bin/ruby"));
        accept(
                "support-b5",
                "support-b",
                new TestReport()
                        .fact("os.name", "Debian GNU/Linux 11 (bullseye)")
                        .runtime("ruby", "9.1.6", "/opt/ruby/bin/ruby"));

        SupportItem old =
                support.ofHost("support-b1", 180, Reach.ALL).stream()
                        .filter(item -> item.version().equals("2.7.4"))
                        .findFirst()
                        .orElseThrow();

        assertThat(old.users()).hasSize(1);
        assertThat(old.waysUp())
                .extracting(way -> way.kind() + " " + way.version() + " " + way.hosts())
                .containsExactly("ON_THIS_HOST 9.0.1 1", "ON_ITS_KIND 9.1.0 2");
        assertThat(old.waysUp().getLast().example()).isEqualTo("support-b2");
        assertThat(support.hosts("ruby", "2.7", null, 50, new Reach(Set.of("support-b"))).items())
                .filteredOn(host -> host.host().equals("support-b1"))
                .singleElement()
                .satisfies(host ->
                        assertThat(host.items())
                                .extracting(SupportItem::waysUp)
                                .containsExactly(old.waysUp()));
    }

    @Test
    void countsByEnvironmentWithinReach() {
        accept("support-c1", "support-c", new TestReport().runtime("ruby", "2.7.1", "/a/ruby"));
        accept(
                "support-c2",
                "support-c",
                new TestReport()
                        .runtime("ruby", "2.7.1", "/a/ruby")
                        .runtime("ruby", "2.7.2", "/b/ruby"));
        accept("support-c3", "support-d", new TestReport().runtime("ruby", "2.7.1", "/a/ruby"));
        Reach reach = new Reach(Set.of("support-c"));

        SupportLine line = support.line("ruby", "2.7", 180, reach).orElseThrow();

        assertThat(line.environments()).containsOnlyKeys("support-c").containsEntry("support-c", 2);
        assertThat(support.report(SupportStatus.ENDED, 180, reach))
                .extracting(each -> each.judgement().product() + " " + each.hosts())
                .contains("ruby 2");
        assertThat(support.report(SupportStatus.SUPPORTED, 180, reach))
                .extracting(each -> each.judgement().cycle())
                .doesNotContain("2.7");
        var first = support.hosts("ruby", "2.7", null, 1, reach);
        assertThat(first.items())
                .extracting(host -> host.host() + host.versions())
                .containsExactly("support-c1[2.7.1]");
        assertThat(support.hosts("ruby", "2.7", first.next(), 1, reach).items())
                .extracting(host -> host.host() + host.versions())
                .containsExactly("support-c2[2.7.1, 2.7.2]");
    }

    @Test
    void keepsWhatIsKnownWhereAFileIsRefused() {
        byte[] broken =
                """
                {"schema_version": "1.2.0", "result": {"name": "ruby", "releases": [
                  {"name": "9.7"}, {"name": "9.8", "eolFrom": "never"}]}}
                """
                        .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> support.load(broken)).isInstanceOf(InvalidFeed.class);

        assertThat(support.line("ruby", "9.7", 180, Reach.ALL)).isEmpty();
        assertThat(support.line("ruby", "9.1", 180, Reach.ALL)).isPresent();
    }

    @Test
    void showsNoHostBeyondReach() {
        accept("support-e1", "support-e", new TestReport());

        assertThatThrownBy(() -> support.ofHost("support-e1", 180, new Reach(Set.of("x"))))
                .isInstanceOf(UnknownHost.class);
    }
}
