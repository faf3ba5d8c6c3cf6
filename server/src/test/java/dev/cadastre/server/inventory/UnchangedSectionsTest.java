package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Parsed;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.ReportLimits;
import dev.cadastre.probe.ReportParser;
import dev.cadastre.probe.SectionOutcome.Status;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports that leave out what is known here. */
@ServerTest
class UnchangedSectionsTest {

    private static final String DPKG = "packages-dpkg";
    private static final String PYTHON = "packages-python";

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private Packages packages;
    @Autowired private Readings readings;
    @Autowired private Timeline timeline;

    private final Map<String, String> sections = new TreeMap<>();
    private Instant clock = Instant.now();

    @Test
    void keepsWhatIsUnchangedAndTellsOnlyOfRealChanges() {
        Origin host = TestReport.declared("same1", "same");
        dpkg("d-1", "bash 5.2", "python3.11-minimal 3.11.2-6");
        python("p-1", "six 1.16");
        send(host);
        Instant first = observed("same1");
        List<HostRuntime> runtimes = readings.runtimes("same1", null, Reach.ALL);

        unchanged(DPKG, "d-1");
        unchanged(PYTHON, "p-1");
        send(host);
        send(host);

        assertThat(installed("same1"))
                .containsExactlyInAnyOrder("bash 5.2", "python3.11-minimal 3.11.2-6", "six 1.16");
        assertThat(held("same1")).allSatisfy(held -> assertThat(held.since()).isEqualTo(first));
        assertThat(runtimes).extracting(HostRuntime::version).containsExactly("3.11.2");
        assertThat(readings.runtimes("same1", null, Reach.ALL)).isEqualTo(runtimes);
        assertThat(status("same1", DPKG)).isEqualTo(Status.COLLECTED);
        assertThat(events("same1")).containsExactly("host.found");

        dpkg("d-2", "bash 5.3", "python3.11-minimal 3.11.4-1");
        send(host);
        unchanged(DPKG, "d-2");
        send(host);
        send(host);

        assertThat(installed("same1"))
                .containsExactlyInAnyOrder("bash 5.3", "python3.11-minimal 3.11.4-1", "six 1.16");
        assertThat(readings.runtimes("same1", null, Reach.ALL))
                .extracting(HostRuntime::version)
                .containsExactly("3.11.4");
        assertThat(events("same1"))
                .containsExactlyInAnyOrder("runtimes.changed", "packages.changed", "host.found");
    }

    @Test
    void completesARuntimeThatAppearsWhileItsPackageIsNotTold() {
        Origin host = TestReport.declared("same2", "same");
        dpkg("d-1", "nodejs 18.19.0+dfsg-6", "python3.11-minimal 3.11.2-6");
        send(host);
        unchanged(DPKG, "d-1");
        sections.put(
                "runtimes",
                """
                +files
                |/usr/bin/node
                |/usr/bin/python3.11
                @done ok 1 0
                """);
        send(host);

        assertThat(readings.runtimes("same2", null, Reach.ALL))
                .extracting(HostRuntime::version)
                .containsExactly("18.19.0", "3.11.2");
    }

    @Test
    void endsNothingForAStampThatNobodyKnows() {
        Origin host = TestReport.declared("same3", "same");
        dpkg("d-1", "bash 5.2", "python3.11-minimal 3.11.2-6");
        send(host);
        unchanged(DPKG, "d-9");
        send(host);

        assertThat(installed("same3")).hasSize(2);
        assertThat(status("same3", DPKG)).isEqualTo(Status.FAILED);
        assertThat(readings.runtimes("same3", null, Reach.ALL))
                .extracting(HostRuntime::version)
                .containsExactly("3.11.2");
        assertThat(known("same3", Source.PROBE)).isEmpty();
        assertThat(events("same3")).containsExactly("host.found");

        dpkg("d-1", "bash 5.2", "python3.11-minimal 3.11.2-6");
        send(host);

        assertThat(status("same3", DPKG)).isEqualTo(Status.COLLECTED);
        assertThat(known("same3", Source.PROBE)).isEqualTo("packages-dpkg=d-1");
    }

    @Test
    void believesNoHostThatSaysItIsUnchangedAtFirst() {
        unchanged(DPKG, "d-1");
        send(TestReport.declared("same4", "same"));

        assertThat(installed("same4")).isEmpty();
        assertThat(status("same4", DPKG)).isEqualTo(Status.FAILED);
    }

    @Test
    void knowsOnlyWhatWasCompleteTheLastTimeAndOfThatSource() {
        Origin host = TestReport.declared("same5", "same");
        dpkg("d-1", "bash 5.2");
        python("p-1", "six 1.16");
        send(host);
        assertThat(known("same5", Source.PROBE)).isEqualTo("packages-dpkg=d-1 packages-python=p-1");
        assertThat(known("same5", Source.PUSH)).isEmpty();
        assertThat(known("same5-unknown", Source.PROBE)).isEmpty();

        sections.put(DPKG, "@done timeout 1000 137\n");
        send(host);
        assertThat(known("same5", Source.PROBE)).isEqualTo("packages-python=p-1");

        unchanged(DPKG, "d-1");
        send(host);
        assertThat(status("same5", DPKG)).isEqualTo(Status.FAILED);
        assertThat(installed("same5")).contains("bash 5.2");
    }

    @Test
    void keepsWhatTheBetterSourceIsKnownBy() {
        dpkg("d-1", "bash 5.2");
        send(TestReport.declared("same6", "same"));
        dpkg("d-2", "bash 5.2");
        send(TestReport.pushed("same6"));

        assertThat(known("same6", Source.PUSH)).isEmpty();
        assertThat(known("same6", Source.PROBE)).isEqualTo("packages-dpkg=d-1");
        unchanged(DPKG, "d-1");
        send(TestReport.declared("same6", "same"));
        assertThat(status("same6", DPKG)).isEqualTo(Status.COLLECTED);
    }

    private void dpkg(String stamp, String... told) {
        var text = new StringBuilder();
        for (String item : told) {
            text.append("|%s\tinstalled\tamd64\t%s\t\tDebian\tDebian\n".formatted(words(item)));
        }
        sections.put(DPKG, text + "@done ok 1 0 " + stamp + "\n");
    }

    private void python(String stamp, String item) {
        sections.put(
                PYTHON,
                "+/usr/lib/python3/dist-packages\n|%s\t%s\tx.dist-info\n".formatted(words(item))
                        + "@done ok 1 0 "
                        + stamp
                        + "\n");
    }

    private static Object[] words(String item) {
        return item.split(" ", -1);
    }

    private void unchanged(String section, String stamp) {
        sections.put(section, "@done unchanged 0 102 " + stamp + "\n");
    }

    private void send(Origin origin) {
        sections.putIfAbsent("runtimes", "+files\n|/usr/bin/python3.11\n@done ok 1 0\n");
        sections.put(
                "identity", "+/etc/machine-id\n|%032x\n@done ok 0 0\n".formatted(hash(origin)));
        clock = clock.plusSeconds(1);
        var text = new StringBuilder("@cadastre-report 1 " + clock.getEpochSecond() + "\n");
        sections.forEach((name, content) ->
                text.append("@section ").append(name).append('\n').append(content));
        Parsed parsed = ReportParser.parse(text.append("@end\n"), ReportLimits.DEFAULT);
        Report report = ((Parsed.Complete) parsed).report();
        assertThat(reports.accept(origin, report)).isInstanceOf(Acceptance.Accepted.class);
    }

    private static int hash(Origin origin) {
        return origin.name().hashCode() & Integer.MAX_VALUE;
    }

    private String known(String host, Source source) {
        return reports.known(host, source).text();
    }

    private Instant observed(String host) {
        Instant at = hosts.named(host, null, Reach.ALL).orElseThrow().observedAt();
        return Objects.requireNonNull(at);
    }

    private List<HostPackage> held(String host) {
        return packages.ofHost(new HostPackageQuery(host, null, null, null, null, 100), Reach.ALL)
                .items();
    }

    private List<String> installed(String host) {
        return held(host).stream()
                .map(held -> held.item().name() + " " + held.item().version())
                .toList();
    }

    private Status status(String host, String section) {
        return hosts.detail(host, Reach.ALL).orElseThrow().sources().stream()
                .filter(told -> told.section().equals(section) && told.believed())
                .map(HostDetail.SectionSource::status)
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(String host) {
        return timeline.find(new TimelineQuery(null, "host:" + host, null, null, 10)).stream()
                .map(TimelineEvent::kind)
                .toList();
    }
}
