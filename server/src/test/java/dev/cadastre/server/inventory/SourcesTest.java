package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Identity;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several sources that tell of one host. */
@ServerTest
class SourcesTest {

    private static final Section FACTER = new Section(Section.Kind.PLUGIN, "facter");

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private Packages packages;
    @Autowired private Readings readings;

    private Acceptance probed(String host, TestReport report) {
        return reports.accept(
                TestReport.declared(host, "sources"), report.identity(named(host)).build());
    }

    private Acceptance polled(String host, TestReport report) {
        return told(host, Source.JSONSTATS, report);
    }

    private Acceptance told(String host, Source source, TestReport report) {
        return reports.accept(
                new Origin(host, Origin.Naming.DECLARED, "sources", List.of(), source, "system"),
                report.build());
    }

    private static Identity named(String hostname) {
        return new Identity(null, List.of(), null, null, null, hostname, null);
    }

    /** What another tool tells: two sections and its own facts. */
    private static TestReport foreign(String bash) {
        TestReport report = new TestReport().deb("bash", bash).identity(named("elsewhere.example"));
        for (Section.Kind kind : Section.Kind.values()) {
            boolean told =
                    kind == Section.Kind.SYSTEM
                            || kind == Section.Kind.IDENTITY
                            || kind == Section.Kind.PACKAGES_DPKG;
            if (!told && !kind.addOn()) {
                report.noSection(Section.of(kind));
            }
        }
        return report.section(FACTER, SectionOutcome.Status.COLLECTED)
                .fact(FACTER, "facter.role", new FactValue.Text("web"));
    }

    private Stream<String> installed(String host) {
        return packages
                .ofHost(new HostPackageQuery(host, null, null, null, null, 100), Reach.ALL)
                .items()
                .stream()
                .map(item -> item.item().name() + " " + item.item().version());
    }

    private String fact(String host, String name) {
        return readings.facts(host, null, Reach.ALL).stream()
                .filter(fact -> fact.name().equals(name))
                .map(fact -> fact.value().text())
                .findFirst()
                .orElse("none");
    }

    private HostDetail detail(String host) {
        return hosts.detail(host, Reach.ALL).orElseThrow();
    }

    @Test
    void showsWhereALesserSourceContradictsTheBelievedOne() {
        probed("sources1", new TestReport().deb("bash", "5.2-1").add("curl", "8"));
        polled(
                "sources1",
                foreign("5.1-9")
                        .add("curl", "8")
                        .fact("os.version", "11")
                        .fact("os.name", "Debian 11"));

        assertThat(installed("sources1")).containsExactly("bash 5.2-1", "curl 8");
        assertThat(fact("sources1", "os.version")).isEqualTo("12");
        assertThat(detail("sources1").host().os()).isEqualTo("Debian GNU/Linux 12 (bookworm)");
        assertThat(detail("sources1").contradictions())
                .extracting(
                        HostDetail.Contradiction::subject,
                        HostDetail.Contradiction::believed,
                        HostDetail.Contradiction::value,
                        HostDetail.Contradiction::other,
                        HostDetail.Contradiction::told)
                .containsExactlyInAnyOrder(
                        tuple(
                                "fact hostname",
                                Source.PROBE,
                                "sources1",
                                Source.JSONSTATS,
                                "elsewhere.example"),
                        tuple("fact os.version", Source.PROBE, "12", Source.JSONSTATS, "11"),
                        tuple("deb bash", Source.PROBE, "5.2-1", Source.JSONSTATS, "5.1-9"));
    }

    @Test
    void forgetsAContradictionThatIsNoneAnyLonger() {
        probed("sources2", new TestReport().deb("bash", "1"));
        polled("sources2", foreign("2").identity(Identity.UNKNOWN));
        assertThat(detail("sources2").contradictions()).hasSize(1);

        probed("sources2", new TestReport().deb("bash", "2"));

        assertThat(detail("sources2").contradictions()).isEmpty();
    }

    @Test
    void keepsWhatOnlyALesserSourceTells() {
        TestReport probe = new TestReport().deb("bash", "1");
        probed("sources3", probe);
        polled("sources3", foreign("1"));

        Acceptance again = probed("sources3", probe.deb("bash", "2"));

        assertThat(fact("sources3", "facter.role")).isEqualTo("web");
        assertThat(((Acceptance.Accepted) again).changes())
                .extracting(Acceptance.SectionChange::kind)
                .containsExactly("packages.changed");
        assertThat(detail("sources3").sources())
                .filteredOn(source -> source.section().equals("plugin:facter"))
                .extracting(HostDetail.SectionSource::source, HostDetail.SectionSource::believed)
                .containsExactly(tuple(Source.JSONSTATS, true));
    }

    @Test
    void doesNotLetALesserSourceAndAnAbsentSectionTakeTurns() {
        TestReport probe =
                new TestReport().section(Section.Kind.PACKAGES_DPKG, SectionOutcome.Status.ABSENT);
        probed("sources4", probe);
        polled("sources4", foreign("1"));

        probed("sources4", probe);

        assertThat(installed("sources4")).containsExactly("bash 1");
    }

    @Test
    void ordersReportsOfEachSourceByThemselves() {
        Instant old = Instant.now().minusSeconds(90_000);
        probed("sources5", new TestReport().deb("bash", "1"));

        Acceptance imported = told("sources5", Source.IMPORT, foreign("0").at(old));
        Acceptance older = told("sources5", Source.IMPORT, foreign("0").at(old.minusSeconds(1)));
        Acceptance pushed =
                told(
                        "sources5",
                        Source.PUSH,
                        new TestReport().deb("bash", "1").at(Instant.now().plusSeconds(1)));

        assertThat(imported).isInstanceOf(Acceptance.Accepted.class);
        assertThat(older).isInstanceOf(Acceptance.Older.class);
        assertThat(pushed).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void comparesRpmsThatLackAnEpoch() {
        Section rpm = Section.of(Section.Kind.PACKAGES_RPM);
        probed("sources6", new TestReport().with(rpm(rpm, "1:2.0-1")));
        polled(
                "sources6",
                foreign("1")
                        .noSection(Section.of(Section.Kind.PACKAGES_DPKG))
                        .without("bash")
                        .identity(Identity.UNKNOWN)
                        .section(rpm, SectionOutcome.Status.COLLECTED)
                        .with(rpm(rpm, "2.0-1")));

        assertThat(detail("sources6").contradictions()).isEmpty();
    }

    private static InstalledPackage rpm(Section section, String version) {
        return new InstalledPackage(
                section, PackageType.RPM, "tar", version, "x86_64", null, null, null, null, null);
    }
}
