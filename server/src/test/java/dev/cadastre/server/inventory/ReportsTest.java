package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.probe.Daemon;
import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Identity;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome.Status;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ReportsTest {

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private Conflicts conflicts;
    @Autowired private Packages packages;
    @Autowired private Readings readings;
    @Autowired private Timeline timeline;

    @Test
    void tellsOfAFoundHostOnceAndThenOnlyOfChanges() {
        TestReport report = new TestReport().machine("reports1").deb("openssl", "3.0.16-1");
        Origin origin = TestReport.declared("reports1", "reports");

        Acceptance.Accepted first = accept(origin, report);
        Acceptance.Accepted again = accept(origin, report);
        Acceptance.Accepted upgraded = accept(origin, report.deb("openssl", "3.0.17-1"));

        assertThat(first.first()).isTrue();
        assertThat(again.changes()).isEmpty();
        assertThat(upgraded.host()).isEqualTo(first.host());
        assertThat(upgraded.changes())
                .extracting(Acceptance.SectionChange::summary)
                .containsExactly("1 package changed: openssl 3.0.16-1 → 3.0.17-1");
        assertThat(timeline.find(new TimelineQuery(null, "host:reports1", null, null, 10)))
                .extracting(TimelineEvent::kind)
                .containsExactly("packages.changed", "host.found");
    }

    @Test
    void refusesACredentialForAHostOfAnotherEnvironment() {
        TestReport report = new TestReport().machine("bound1").deb("bash", "1");
        accept(TestReport.declared("bound1", "bound-prod"), report);

        assertThatThrownBy(() ->
                        reports.accept(
                                bound("bound1", "bound-qa"), report.deb("bash", "2").build()))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("may not send reports of bound1");

        assertThat(installed("bound1", null)).containsExactly("bash 1");
        report.at(Instant.now().plusSeconds(1));
        assertThat(accept(bound("bound1", "bound-prod"), report).name()).isEqualTo("bound1");
    }

    private static Origin bound(String name, String environment) {
        return new Origin(
                name,
                Origin.Naming.BOUND,
                environment,
                null,
                Source.PUSH,
                new Reach(Set.of(environment)),
                "token:bound");
    }

    @Test
    void noticesClonesWhoseFirstReportsComeAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (String pair : List.of("0", "1", "2", "3", "4")) {
                TestReport report = new TestReport().machine("clone" + pair);
                Origin one = TestReport.declared("clone-a" + pair, "reports");
                Origin other = TestReport.declared("clone-b" + pair, "reports");
                declare(one);
                declare(other);
                Future<Acceptance.Accepted> first = threads.submit(() -> accept(one, report));
                Future<Acceptance.Accepted> second = threads.submit(() -> accept(other, report));

                assertThat(first.get().host()).isNotEqualTo(second.get().host());
                assertThat(conflicts.open(Reach.ALL))
                        .filteredOn(conflict -> conflict.host().endsWith(pair))
                        .filteredOn(conflict -> conflict.host().startsWith("clone-"))
                        .extracting(Conflict::kind)
                        .containsExactly(Conflict.Kind.SAME_IDENTITY);
            }
        }
    }

    private void declare(Origin origin) {
        hosts.declare(
                new Declaration(origin.name(), "reports", List.of(), "192.0.2.1", null, 0),
                "system");
    }

    @Test
    void answersForEveryMoment() {
        TestReport report = new TestReport().machine("reports2").deb("bash", "1").deb("curl", "1");
        Origin origin = TestReport.declared("reports2", "reports");
        accept(origin, report);
        Instant first = observed("reports2");
        accept(origin, report.deb("curl", "2").fact("os.version", "12.1"));
        Instant second = observed("reports2");
        accept(origin, report.without("bash").listener(8080, "java"));
        Instant third = observed("reports2");

        assertThat(installed("reports2", first)).containsExactly("bash 1", "curl 1");
        assertThat(installed("reports2", second)).containsExactly("bash 1", "curl 2");
        assertThat(installed("reports2", third)).containsExactly("curl 2");
        assertThat(installed("reports2", null)).containsExactly("curl 2");
        assertThat(fact("reports2", "os.version", first)).isEqualTo("12");
        assertThat(fact("reports2", "os.version", third)).isEqualTo("12.1");
        assertThat(readings.services("reports2", second, Reach.ALL)).isEmpty();
        assertThat(readings.services("reports2", null, Reach.ALL))
                .extracting(HostService::name, HostService::process)
                .containsExactly(tuple("8080-tcp", "java"));
        assertThat(packages("reports2", null).getFirst().since()).isEqualTo(second);
        assertThat(packages("reports2", first).getFirst().since()).isEqualTo(first);
        assertThat(hosts.named("reports2", first.minusMillis(1), Reach.ALL)).isEmpty();
    }

    @Test
    void endsNothingThatAFailedSectionDoesNotTell() {
        Section plugin = new Section(Section.Kind.PLUGIN, "billing");
        TestReport report =
                new TestReport()
                        .machine("reports3")
                        .deb("bash", "1")
                        .python("/opt/app", "flask", "3.0")
                        .section(plugin, Status.COLLECTED)
                        .fact(plugin, "billing.tier", new FactValue.Text("gold"));
        Origin origin = TestReport.declared("reports3", "reports");
        accept(origin, report);

        accept(
                origin,
                report.without("flask")
                        .without("bash")
                        .deb("curl", "1")
                        .withoutFact("billing.tier")
                        .section(plugin, Status.FAILED)
                        .section(Section.Kind.PACKAGES_PYTHON, Status.TIMED_OUT));

        assertThat(installed("reports3", null)).containsExactly("curl 1", "flask 3.0");
        assertThat(fact("reports3", "billing.tier", null)).isEqualTo("gold");

        accept(
                origin,
                report.noSection(plugin).section(Section.Kind.PACKAGES_PYTHON, Status.ABSENT));

        assertThat(installed("reports3", null)).containsExactly("curl 1");
        assertThat(fact("reports3", "billing.tier", null)).isNull();
    }

    @Test
    void refusesAPushedReportThatWasOvertaken() {
        Instant now = Instant.now();
        Origin origin = TestReport.pushed("reports4");
        TestReport report = new TestReport().machine("reports4").deb("bash", "2");
        accept(origin, report.at(now));

        Acceptance older =
                reports.accept(origin, report.deb("bash", "1").at(now.minusSeconds(60)).build());

        assertThat(older).isInstanceOf(Acceptance.Older.class);
        assertThat(installed("reports4", null)).containsExactly("bash 2");
    }

    @Test
    void keepsMeasuresOutOfHistory() {
        TestReport report = new TestReport().machine("reports5").measure("load.1", 1);
        Origin origin = TestReport.declared("reports5", "reports");
        accept(origin, report);

        Acceptance.Accepted again = accept(origin, report.measure("load.1", 2));

        assertThat(again.changes()).isEmpty();
        assertThat(fact("reports5", "load.1", null)).isEqualTo("2");
        assertThat(fact("reports5", "load.1", observed("reports5"))).isNull();
    }

    @Test
    void believesTheProbeWhereAPushTellsOfTheSameSections() {
        accept(
                TestReport.declared("reports6", "reports"),
                new TestReport().machine("reports6").deb("bash", "1"));

        accept(
                TestReport.pushed("reports6"),
                new TestReport()
                        .machine("reports6")
                        .deb("bash", "2")
                        .at(Instant.now().plusSeconds(1)));

        assertThat(installed("reports6", null)).containsExactly("bash 1");
        assertThat(hosts.detail("reports6", Reach.ALL).orElseThrow().sources())
                .filteredOn(source -> source.section().equals("packages-dpkg"))
                .extracting(HostDetail.SectionSource::source, HostDetail.SectionSource::believed)
                .containsExactly(tuple(Source.PROBE, true), tuple(Source.PUSH, false));
    }

    @Test
    void takesReportsOfManyHostsWithTheSameNewPackagesAtOnce() throws Exception {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Acceptance>> accepted =
                    IntStream.range(0, 24)
                            .mapToObj(i ->
                                    workers.submit(() ->
                                            reports.accept(
                                                    TestReport.declared(
                                                            "reports7-" + i % 12, "reports7"),
                                                    crowd(i).build())))
                            .toList();
            for (Future<Acceptance> one : accepted) {
                assertThat(one.get()).isInstanceOf(Acceptance.Accepted.class);
            }
        }
        assertThat(packages.versions("reports7-pkg1", null, null, Reach.ALL))
                .containsExactly(new PackageVersion("1", PackageType.DEB, "reports7", 12));
    }

    @Test
    void storesWhateverAHostSends() {
        String odd = "<script>\u0000\u0001' ; drop table -- \uD83D\uDE00 " + "x".repeat(70_000);

        accept(
                TestReport.declared("reports8", "reports"),
                new TestReport()
                        .identity(new Identity(odd, List.of(), odd, odd, odd, odd, odd))
                        .deb(odd, odd)
                        .deb("", "1")
                        .fact(odd, odd)
                        .listener(1, odd)
                        .runtime("java", odd, odd)
                        .daemon(odd, Daemon.State.RUNNING));

        assertThat(packages("reports8", null)).hasSize(1);
        assertThat(readings.runtimes("reports8", null, Reach.ALL)).hasSize(1);
        assertThat(readings.daemons("reports8", null, Reach.ALL)).hasSize(1);
    }

    private static TestReport crowd(int number) {
        TestReport report = new TestReport().machine("reports7-" + number % 12);
        for (int i = 0; i < 200; i++) {
            report.deb("reports7-pkg" + i, "1");
        }
        return report;
    }

    private Acceptance.Accepted accept(Origin origin, TestReport report) {
        return (Acceptance.Accepted) reports.accept(origin, report.build());
    }

    private Instant observed(String host) {
        Instant at = hosts.named(host, null, Reach.ALL).orElseThrow().observedAt();
        return Objects.requireNonNull(at);
    }

    private List<HostPackage> packages(String host, @Nullable Instant at) {
        return packages.ofHost(new HostPackageQuery(host, null, null, at, null, 1000), Reach.ALL)
                .items();
    }

    private List<String> installed(String host, @Nullable Instant at) {
        return packages(host, at).stream()
                .map(held -> held.item().name() + " " + held.item().version())
                .toList();
    }

    private @Nullable String fact(String host, String name, @Nullable Instant at) {
        return readings.facts(host, at, Reach.ALL).stream()
                .filter(fact -> fact.name().equals(name))
                .map(fact -> fact.value().text())
                .findFirst()
                .orElse(null);
    }
}
