package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PackagesTest {

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private Packages packages;
    @Autowired private HoldingsReader holdings;

    @BeforeEach
    void awaitIndex() {
        Awaitility.await().until(holdings::loaded);
    }

    @Test
    void answersEquallyFromMemoryAndFromTheDatabase() {
        Random random = new Random(11);
        for (int round = 0; round < 3; round++) {
            for (int host = 0; host < 8; host++) {
                TestReport report = new TestReport().machine("equal" + host);
                for (int item = 0; item < 6; item++) {
                    if (random.nextBoolean()) {
                        report.deb("equal-pkg" + item, String.valueOf(random.nextInt(2)));
                    }
                }
                accept("equal" + host, host % 2 == 0 ? "equal-qa" : "equal-prod", report);
            }
            hosts.retire("equal7", "system", Reach.ALL);
            Instant now = lastObserved("equal");
            for (int item = 0; item < 6; item++) {
                String name = "equal-pkg" + item;
                for (Reach reach : List.of(Reach.ALL, new Reach(Set.of("equal-qa")))) {
                    assertThat(packages.versions(name, null, null, reach))
                            .isEqualTo(packages.versions(name, null, now, reach));
                    assertThat(holders(name, null, reach)).isEqualTo(holders(name, now, reach));
                    assertThat(names(name, null, reach)).isEqualTo(names(name, now, reach));
                }
            }
        }
    }

    @Test
    void pagesThroughTheHolders() {
        for (int host = 0; host < 5; host++) {
            accept(
                    "paged" + host,
                    "paged",
                    new TestReport().machine("paged" + host).deb("paged-pkg", "1." + host % 2));
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<PackageHolder> page =
                    packages.hosts(query("paged-pkg", null, after, 2), Reach.ALL);
            page.items().forEach(holder -> seen.add(holder.host()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactly("paged0", "paged1", "paged2", "paged3", "paged4");
    }

    @Test
    void pagesThroughThePackagesOfAHost() {
        TestReport report = new TestReport().machine("paged-host");
        for (int item = 0; item < 7; item++) {
            report.deb("item" + item, "1");
        }
        accept("paged-host", "paged", report);
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<HostPackage> page =
                    packages.ofHost(
                            new HostPackageQuery("paged-host", "ITEM", null, null, after, 3),
                            Reach.ALL);
            page.items().forEach(held -> seen.add(held.item().name()));
            after = page.next();
        } while (after != null);

        assertThat(seen)
                .containsExactly("item0", "item1", "item2", "item3", "item4", "item5", "item6");
    }

    @ParameterizedTest
    @CsvSource({
        "glob-, 'glob-a%b,glob-a_b,glob-lib'",
        "glob-*b, 'glob-a%b,glob-a_b,glob-lib'",
        "GLOB-A*, 'glob-a%b,glob-a_b'",
        "*glob-lib, glob-lib",
        "glob-a_b, glob-a_b",
        "glob-a%*, glob-a%b",
        "lob-*, ''"
    })
    void takesAStarForAnyCharactersInAHostsPackagesAndInAllNames(String text, String expected) {
        TestReport report = new TestReport().machine("glob1");
        List.of("glob-a%b", "glob-a_b", "glob-lib").forEach(name -> report.deb(name, "1"));
        accept("glob1", "glob", report);
        List<String> wanted = expected.isEmpty() ? List.of() : List.of(expected.split(","));

        assertThat(
                        packages.ofHost(
                                        new HostPackageQuery("glob1", text, null, null, null, 10),
                                        Reach.ALL)
                                .items())
                .extracting(held -> held.item().name())
                .isEqualTo(wanted);
        assertThat(names(text, null, Reach.ALL)).extracting(PackageName::name).isEqualTo(wanted);
    }

    @Test
    void countsOnlyWhatTheReaderMaySee() {
        accept("seen1", "seen-qa", new TestReport().machine("seen1").deb("seen-pkg", "1"));
        accept("seen2", "seen-prod", new TestReport().machine("seen2").deb("seen-pkg", "2"));
        Reach qa = new Reach(Set.of("seen-qa"));

        assertThat(names("seen-pkg", null, qa))
                .containsExactly(new PackageName("seen-pkg", PackageType.DEB, 1, 1));
        assertThat(names("seen-pkg", null, Reach.NONE)).isEmpty();
        assertThat(packages.versions("seen-pkg", null, null, qa))
                .containsExactly(new PackageVersion("1", PackageType.DEB, "seen-qa", 1));
        assertThat(holders("seen-pkg", null, qa))
                .extracting(PackageHolder::host)
                .containsExactly("seen1");
        assertThatThrownBy(() ->
                        packages.ofHost(
                                new HostPackageQuery("seen2", null, null, null, null, 10), qa))
                .isInstanceOf(UnknownHost.class);
    }

    @Test
    void findsHoldersByPurl() {
        accept(
                "purl1",
                "purl",
                new TestReport()
                        .machine("purl1")
                        .deb("purl-pkg", "1:2.0")
                        .python("/opt/x", "Purl_Lib", "1"));

        assertThat(byPurl("pkg:deb/debian/purl-pkg")).containsExactly("1:2.0");
        assertThat(byPurl("pkg:deb/debian/purl-pkg@1:2.0?arch=amd64&distro=debian-12"))
                .containsExactly("1:2.0");
        assertThat(byPurl("pkg:deb/debian/purl-pkg@1:2.0?arch=arm64")).isEmpty();
        assertThat(byPurl("pkg:deb/ubuntu/purl-pkg")).isEmpty();
        assertThat(byPurl("pkg:pypi/purl-lib")).containsExactly("1");
        assertThat(byPurl("no purl")).isEmpty();
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThatThrownBy(() -> packages.hosts(query("seen-pkg", null, "nonsense!", 2), Reach.ALL))
                .isInstanceOf(InvalidCursor.class);
    }

    private List<String> byPurl(String purl) {
        return packages
                .hosts(
                        new PackageHolderQuery(
                                null, purl, null, null, "purl", null, null, null, 10),
                        Reach.ALL)
                .items()
                .stream()
                .map(holder -> holder.item().version())
                .toList();
    }

    private List<PackageHolder> holders(String name, @Nullable Instant at, Reach reach) {
        return packages.hosts(query(name, at, null, 100), reach).items();
    }

    private List<PackageName> names(String name, @Nullable Instant at, Reach reach) {
        return packages.names(new PackageNameQuery(name, null, at, null, 100), reach).items();
    }

    private static PackageHolderQuery query(
            String name, @Nullable Instant at, @Nullable String after, int limit) {
        return new PackageHolderQuery(name, null, null, null, null, null, at, after, limit);
    }

    private Instant lastObserved(String text) {
        return hosts
                .find(new HostQuery(null, null, text, false, null, null, null, 100), Reach.ALL)
                .items()
                .stream()
                .map(host -> Objects.requireNonNullElse(host.retiredAt(), host.observedAt()))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void accept(String host, String environment, TestReport report) {
        assertThat(reports.accept(TestReport.declared(host, environment), report.build()))
                .isInstanceOf(Acceptance.Accepted.class);
    }
}
