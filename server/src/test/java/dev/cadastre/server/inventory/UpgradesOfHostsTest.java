package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.OfferedPackage;
import dev.cadastre.probe.PackageType;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.advisory.Advisories;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.offer.HostOfferTable;
import dev.cadastre.server.inventory.offer.HostOffers;
import dev.cadastre.server.inventory.support.Benefit;
import dev.cadastre.server.inventory.support.Repositories;
import dev.cadastre.server.inventory.support.Support;
import dev.cadastre.server.inventory.support.SupportItem;
import dev.cadastre.server.inventory.support.WayUp;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Facts are of the far past and the far future, so that no day changes it. */
@ServerTest
class UpgradesOfHostsTest {

    private static final Instant ASKED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LISTED = Instant.parse("2026-11-20T09:00:00Z");

    @Autowired private Reports reports;
    @Autowired private Support support;
    @Autowired private Hosts hosts;
    @Autowired private HostOfferTable offers;
    @Autowired private Advisories advisories;
    @Autowired private Sboms sboms;
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

    private void accept(String name) {
        reports.accept(
                TestReport.declared(name, "upgrade"),
                new TestReport()
                        .machine(name)
                        .runtime("ruby", "2.7.4", "/usr/bin/ruby2.7")
                        .deb("ruby2.7", "2.7.4-1")
                        .deb("bash", "5.2-1")
                        .build());
    }

    private static OfferedPackage deb(String name, String version) {
        return new OfferedPackage(
                PackageType.DEB, name, version, "http://deb.example.org", name, version, false);
    }

    private void offer(String host, OfferedPackage... told) {
        Host known = hosts.named(host, null, Reach.ALL).orElseThrow();
        offers.put(known.id(), new HostOffers(ASKED, LISTED, List.of(told)));
    }

    private SupportItem ruby(String host) {
        return support.ofHost(host, 180, Reach.ALL).stream()
                .filter(item -> item.name().equals("ruby"))
                .findFirst()
                .orElseThrow();
    }

    private static Repositories repositories(SupportItem item) {
        return Objects.requireNonNull(item.repositories());
    }

    private static List<String> ways(SupportItem item) {
        return item.waysUp().stream().map(way -> way.kind() + " " + way.version()).toList();
    }

    @Test
    void saysThatRepositoriesWereNeverAsked() {
        accept("upgrade-a1");

        SupportItem item = ruby("upgrade-a1");

        assertThat(repositories(item).askedAt()).isNull();
        assertThat(repositories(item).words())
                .isEqualTo("its repositories were never asked: cadastre upgrades host:upgrade-a1");
        assertThat(support.upgrades("upgrade-a1", Reach.ALL)).isEmpty();
    }

    @Test
    void findsWaysUpAmongWhatRepositoriesOffered() {
        accept("upgrade-b1");
        offer(
                "upgrade-b1",
                deb("ruby2.7", "2.7.8-1"),
                deb("ruby9.0", "9.0.1-1"),
                deb("ruby9.0", "9.0.2-1"),
                deb("ruby-dev", "9.1.9-1"),
                deb("ruby9.7", "9.7.1-1"),
                deb("bash", "9.1-1"),
                new OfferedPackage(PackageType.RPM, "ruby", "9.1", "AppStream", null, null, true));

        SupportItem item = ruby("upgrade-b1");

        assertThat(ways(item))
                .containsExactly("IN_ITS_REPOSITORIES 9.1", "IN_ITS_REPOSITORIES 9.0.2-1");
        assertThat(repositories(item).words())
                .isEqualTo("its repositories were asked on 2026-11-21, by lists of 2026-11-20");
    }

    @Test
    void tellsWhatIsNewerInTheOrderOfVersions() {
        accept("upgrade-c1");
        offer(
                "upgrade-c1",
                deb("ruby2.7", "2.7.4-1"),
                deb("ruby2.7", "2.7.10-1"),
                deb("ruby2.7", "2.7.9-1"),
                deb("ruby2.5", "2.5.5-1"),
                deb("ruby9.1", "9.1.1-1"),
                deb("base-files", "12.4+deb12u12"));

        assertThat(support.upgrades("upgrade-c1", Reach.ALL))
                .extracting(each -> each.offer().version() + " for " + each.installed())
                .containsExactly("2.7.10-1 for 2.7.4-1", "9.1.1-1 for null");
    }

    @Test
    void replacesEarlierAnswersAndForgetsThemWithTheHost() {
        accept("upgrade-d1");
        offer("upgrade-d1", deb("ruby9.0", "9.0.2-1"));
        offer("upgrade-d1", deb("ruby9.1", "9.1.0-1"));

        assertThat(ways(ruby("upgrade-d1"))).containsExactly("IN_ITS_REPOSITORIES 9.1.0-1");

        Host host = hosts.named("upgrade-d1", null, Reach.ALL).orElseThrow();
        hosts.erase("upgrade-d1", "person:anna", Reach.ALL);
        offers.put(host.id(), new HostOffers(ASKED, null, List.of()));
        accept("upgrade-d1");

        assertThat(repositories(ruby("upgrade-d1")).askedAt()).isNull();
    }

    @Test
    void tellsWhatWouldBeGainedByWhom() {
        accept("upgrade-e1");
        offer("upgrade-e1", deb("ruby9.1", "9.1.1-1"), deb("ruby9.0", "9.0.0-1"));
        load("UPGRADE-1", "ruby2.7", "2.7.8-1");
        load("UPGRADE-2", "ruby2.7", "2.7.9-1", "ruby9.0", "9.0.1-1");
        load("UPGRADE-3", "ruby2.7", "2.7.2-1");
        sboms.attach("upgrade-e1", "shop", bill("pkg:gem/rails@7.0.0"), Reach.ALL, "token:ci");
        sboms.attach("upgrade-e1", "till", bill("pkg:npm/left-pad@1.3.0"), Reach.ALL, "token:ci");

        List<WayUp> ways = ruby("upgrade-e1").waysUp();

        assertThat(ways).extracting(WayUp::version).containsExactly("9.1.1-1", "9.0.0-1");
        assertThat(ways)
                .extracting(way -> way.benefit().advisories())
                .containsExactly(new Benefit.Cured(2, 2), new Benefit.Cured(2, 1));
        Benefit first = ways.getFirst().benefit();
        assertThat(first.applications()).hasSize(2).contains("shop");
        assertThat(first.days())
                .isEqualTo(
                        ChronoUnit.DAYS.between(
                                LocalDate.parse("2023-03-31"), LocalDate.parse("2999-01-01")));
    }

    private static ByteArrayInputStream bill(String purl) {
        return new ByteArrayInputStream(
                """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                 "components": [{"type": "library", "name": "x", "version": "1", "purl": "%s"}]}
                """
                        .formatted(purl)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** An advisory about packages of Debian 12 up to the versions that follow them. */
    private void load(String id, String... packages) {
        StringBuilder affected = new StringBuilder();
        for (int i = 0; i < packages.length; i += 2) {
            affected.append(i == 0 ? "" : ",")
                    .append(
                            """
                            {"package": {"ecosystem": "Debian:12", "name": "%s"},
                             "ranges": [{"type": "ECOSYSTEM",
                                         "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}
                            """
                                    .formatted(packages[i], packages[i + 1]));
        }
        String document =
                """
                {"schema_version": "1.7.0", "id": "%s", "modified": "2024-01-02T03:04:05Z",
                 "affected": [%s]}
                """
                        .formatted(id, affected);
        advisories.load(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }
}
