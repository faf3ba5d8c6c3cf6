package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome.Status;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.query.HostIndex;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is written of many reports at once is what is written of each by itself. */
@ServerTest
class TogetherTest {

    @Autowired private Reports reports;
    @Autowired private RepeatedReports repeated;
    @Autowired private HostIndex index;
    @Autowired private Hosts hosts;
    @Autowired private Packages packages;
    @Autowired private Readings readings;
    @Autowired private Timeline timeline;

    @BeforeEach
    void knowWhoIsThere() throws InterruptedException {
        while (!index.loaded()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void takesManyFirstReportsInWithAllThatTheyTell() throws Exception {
        List<Acceptance> accepted =
                atOnce(20, i -> report("many" + i).fact("os.name", "Debian " + i), "many");

        assertThat(accepted)
                .allSatisfy(one -> assertThat(one).isInstanceOf(Acceptance.Accepted.class));
        for (int i = 0; i < 20; i++) {
            String name = "many" + i;
            Host host = hosts.named(name, null, Reach.ALL).orElseThrow();
            assertThat(host.os()).isEqualTo("Debian " + i);
            assertThat(host.packages()).isEqualTo(2);
            assertThat(readings.services(name, null, Reach.ALL))
                    .extracting(HostService::port)
                    .containsExactly(8080);
            assertThat(readings.facts(name, null, Reach.ALL))
                    .extracting(HostFact::name)
                    .contains("os.name", "load.1m");
            assertThat(kinds(name)).containsExactly("host.found");
            assertThat(hosts.detail(name, Reach.ALL).orElseThrow().identity()).isNotEmpty();
        }
    }

    @Test
    void leavesHostsAloneThatHaveAKeyInCommon() throws Exception {
        List<Acceptance> accepted =
                atOnce(2, i -> report("same-machine").fact("os.name", "Debian"), "clones");

        assertThat(accepted)
                .extracting(one -> ((Acceptance.Accepted) one).conflict() != null)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void changesNothingButTheTimesForAReportThatRepeatsTheOneBefore() {
        Origin origin = TestReport.pushed("repeat1");
        Acceptance.Accepted begun =
                (Acceptance.Accepted) reports.accept(origin, report("repeat1").build());
        reports.accept(origin, report("repeat1").build());
        Instant later = Instant.now().plusSeconds(1);
        TestReport again = report("repeat1").at(later);
        int before = readings.facts("repeat1", null, Reach.ALL).size();

        assertThat(repeated.accept(origin, again.build()))
                .contains(new Acceptance.Accepted(begun.host(), "repeat1", false, List.of(), null));

        assertThat(kinds("repeat1")).containsExactly("host.found");
        assertThat(readings.facts("repeat1", null, Reach.ALL)).hasSize(before);
        assertThat(hosts.named("repeat1", null, Reach.ALL).orElseThrow().observedAt())
                .isAfter(
                        Objects.requireNonNull(
                                hosts.named("repeat1", null, Reach.ALL).orElseThrow().firstSeen()));
    }

    @Test
    void doesNotTakeAnotherContentForARepetition() {
        Origin origin = TestReport.pushed("repeat2");
        reports.accept(origin, report("repeat2").build());
        reports.accept(origin, report("repeat2").build());
        TestReport other = report("repeat2").deb("openssl", "3.0.17-1");

        assertThat(repeated.accept(origin, other.build())).isEmpty();
        reports.accept(origin, other.build());

        assertThat(
                        packages.ofHost(
                                        new HostPackageQuery(
                                                "repeat2", "openssl", null, null, null, 10),
                                        Reach.ALL)
                                .items())
                .extracting(held -> held.item().version())
                .containsExactly("3.0.17-1");
    }

    @Test
    void doesNotTakeAReportForARepetitionWhoseHostWasRetiredMeanwhile() {
        Origin origin = TestReport.pushed("repeat3");
        TestReport report = report("repeat3");
        reports.accept(origin, report.build());
        reports.accept(origin, report.build());
        hosts.retire("repeat3", "test", Reach.ALL);

        assertThat(repeated.accept(origin, report.build())).isEmpty();
        assertThat(reports.accept(origin, report.build())).isInstanceOf(Acceptance.Retired.class);
    }

    @Test
    void noticesASectionThatFailsWhileAllElseIsRepeated() {
        TestReport report = report("repeat4");
        LastingContent before = LastingContent.of(report.build());

        assertThat(LastingContent.of(report.measure("load.1m", 7).build())).isEqualTo(before);
        assertThat(LastingContent.of(report.section(Section.Kind.NETWORK, Status.FAILED).build()))
                .isNotEqualTo(before);
    }

    private interface Numbered {
        TestReport report(int number);
    }

    private List<Acceptance> atOnce(int number, Numbered each, String prefix) throws Exception {
        List<Acceptance> accepted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
            List<Future<Acceptance>> asked = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                int host = i;
                asked.add(
                        threads.submit(() ->
                                reports.accept(
                                        TestReport.pushed(prefix + host),
                                        each.report(host).build())));
            }
            for (Future<Acceptance> one : asked) {
                accepted.add(one.get());
            }
        }
        return accepted;
    }

    private static TestReport report(String machine) {
        return new TestReport()
                .machine(machine)
                .deb("openssl", "3.0.16-1")
                .deb("bash", "5.2-1")
                .listener(8080, "java")
                .measure("load.1m", 1);
    }

    private List<String> kinds(String host) {
        return timeline.find(new TimelineQuery(null, "host:" + host, null, null, 10)).stream()
                .map(TimelineEvent::kind)
                .toList();
    }
}
