package dev.cadastre.server.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Section;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.advisory.Advisories;
import dev.cadastre.server.inventory.advisory.AdvisoryFinding;
import dev.cadastre.server.inventory.advisory.AdvisoryQuery;
import dev.cadastre.server.inventory.advisory.AffectedHost;
import dev.cadastre.server.inventory.advisory.VulnerablePackage;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class AdvisoriesOfHostsTest {

    private static final String DEBIAN_11 = "Debian GNU/Linux 11 (bullseye)";

    @Autowired private Reports reports;
    @Autowired private Advisories advisories;
    @Autowired private HoldingsReader holdings;

    @BeforeEach
    void awaitIndex() {
        Awaitility.await().until(holdings::loaded);
    }

    private void accept(String name, String environment, TestReport report) {
        reports.accept(TestReport.declared(name, environment), report.machine(name).build());
    }

    private static TestReport built(String name, String version, String source, String of) {
        return new TestReport()
                .with(
                        new InstalledPackage(
                                Section.of(Section.Kind.PACKAGES_DPKG),
                                PackageType.DEB,
                                name,
                                version,
                                "amd64",
                                source,
                                of,
                                "Debian",
                                null,
                                null));
    }

    private void load(String id, String ecosystem, String name, String fixed, String more) {
        String document =
                """
                {"schema_version": "1.7.0", "id": "%s", "modified": "2024-01-02T03:04:05Z",
                 "aliases": ["CVE-of-%s"], %s
                 "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
                   "ranges": [{"type": "ECOSYSTEM",
                               "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
                """
                        .formatted(id, id, more, ecosystem, name, fixed);
        advisories.load(new ByteArrayInputStream(document.getBytes(UTF_8)));
    }

    private List<AdvisoryFinding> of(@Nullable String host, String packageName, Reach reach) {
        return advisories
                .find(new AdvisoryQuery(host, packageName, null, null, 100), reach)
                .items();
    }

    @Test
    void findsWhatWasBuiltFromAVulnerableSourceOnHostsOfThatRelease() {
        load("ADV-A", "Debian:12", "adv-a-source", "2.0-2", "");
        accept("adv-a1", "adv-a", built("libadv-a1", "2.0-1+b3", "adv-a-source", "2.0-1"));
        accept("adv-a2", "adv-a", built("libadv-a1", "2.0-2+b1", "adv-a-source", "2.0-2"));
        accept(
                "adv-a3",
                "adv-a",
                built("libadv-a1", "2.0-1+b3", "adv-a-source", "2.0-1").fact("os.name", DEBIAN_11));
        accept("adv-a4", "adv-a", built("adv-a-source", "2.0-1", "adv-a-other", "2.0-1"));

        AdvisoryFinding found = advisories.named("CVE-of-ADV-A", Reach.ALL).orElseThrow();

        assertThat(found.hosts()).isEqualTo(1);
        assertThat(found.packages())
                .containsExactly(
                        new VulnerablePackage(
                                PackageType.DEB, "libadv-a1", "2.0-1+b3", "2.0-2", 1));
        assertThat(advisories.hosts("ADV-A", null, 10, Reach.ALL).items())
                .extracting(AffectedHost::host)
                .containsExactly("adv-a1");
        assertThat(of("adv-a1", "libadv-a1", Reach.ALL)).hasSize(1);
        assertThat(of("adv-a2", "libadv-a1", Reach.ALL)).isEmpty();
    }

    @Test
    void findsPackagesThatCameAfterTheAdvisory() {
        load("ADV-B", "PyPI", "Adv.B_lib", "1.5", "");
        assertThat(of(null, "adv_b-Lib", Reach.ALL)).isEmpty();

        accept("adv-b1", "adv-b", new TestReport().python("/venv", "adv_b-Lib", "1.4.9"));
        accept("adv-b2", "adv-b", new TestReport().python("/venv", "adv_b-Lib", "1.5"));

        assertThat(of(null, "adv_b-Lib", Reach.ALL))
                .extracting(AdvisoryFinding::hosts)
                .containsExactly(1);
    }

    @Test
    void forgetsWhatIsWithdrawn() {
        accept("adv-c1", "adv-c", new TestReport().python("/venv", "adv-c", "1.0"));
        load("ADV-C", "PyPI", "adv-c", "2", "");
        assertThat(of("adv-c1", "adv-c", Reach.ALL)).hasSize(1);

        load("ADV-C", "PyPI", "adv-c", "2", "\"withdrawn\": \"2025-01-01T00:00:00Z\",");

        assertThat(of("adv-c1", "adv-c", Reach.ALL)).isEmpty();
        assertThat(advisories.named("ADV-C", Reach.ALL)).isPresent();
    }

    @Test
    void takesAllOfAFileOrNothing() {
        String broken =
                "{\"id\": \"ADV-D\", \"modified\": \"2024-01-02T03:04:05Z\", \"affected\": 1}";

        assertThatThrownBy(() -> advisories.load(new ByteArrayInputStream(broken.getBytes(UTF_8))))
                .isInstanceOf(InvalidFeed.class);

        assertThat(advisories.named("ADV-D", Reach.ALL)).isEmpty();
    }

    @Test
    void countsOnlyHostsWithinReach() {
        load("ADV-E", "PyPI", "adv-e", "2", "");
        accept("adv-e1", "adv-e", new TestReport().python("/venv", "adv-e", "1.0"));
        accept("adv-e2", "adv-f", new TestReport().python("/venv", "adv-e", "1.0"));
        Reach reach = new Reach(Set.of("adv-e"));

        assertThat(of(null, "adv-e", reach)).extracting(AdvisoryFinding::hosts).containsExactly(1);
        assertThat(advisories.hosts("ADV-E", null, 10, reach).items()).hasSize(1);
        var first = advisories.hosts("ADV-E", null, 1, Reach.ALL);
        assertThat(advisories.hosts("ADV-E", first.next(), 1, Reach.ALL).items())
                .extracting(AffectedHost::host)
                .containsExactly("adv-e2");
        assertThatThrownBy(() -> of("adv-e2", "adv-e", reach)).isInstanceOf(UnknownHost.class);
    }
}
