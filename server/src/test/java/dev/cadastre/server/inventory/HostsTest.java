package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class HostsTest {

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private Outcomes outcomes;
    @Autowired private Conflicts conflicts;
    @Autowired private History history;
    @Autowired private Readings readings;
    @Autowired private Differences differences;
    @Autowired private JdbcClient jdbc;

    @Test
    void listsAndPagesWithinReach() {
        declare("list-a", "list-qa", List.of("web"));
        declare("list-b", "list-qa", List.of());
        declare("list-c", "list-prod", List.of("web"));
        Reach qa = new Reach(Set.of("list-qa"));

        Page<Host> first = hosts.find(query("list-", null, null, 1), qa);
        Page<Host> second = hosts.find(query("list-", null, first.next(), 1), qa);

        assertThat(names(first)).containsExactly("list-a");
        assertThat(names(second)).containsExactly("list-b");
        assertThat(second.next()).isNull();
        assertThat(names(hosts.find(query("LIST-", "web", null, 10), Reach.ALL)))
                .containsExactly("list-a", "list-c");
        assertThat(hosts.environments(null, qa))
                .containsExactly(new EnvironmentNumbers("list-qa", 2, 0, 0));
        assertThat(hosts.named("list-c", null, qa)).isEmpty();
    }

    @Test
    void fillsADeclaredHostWithItsFirstReport() {
        Host declared = declare("fill1", "fill", List.of("web"));

        accept(TestReport.declared("fill1", "fill"), new TestReport().machine("fill1"));

        Host host = hosts.named("fill1", null, Reach.ALL).orElseThrow();
        assertThat(declared.outcome().kind()).isEqualTo(Outcome.Kind.PENDING);
        assertThat(host.id()).isEqualTo(declared.id());
        assertThat(host.outcome().kind()).isEqualTo(Outcome.Kind.COLLECTED);
        assertThat(host.os()).isEqualTo("Debian GNU/Linux 12 (bookworm)");
        assertThat(host.kernel()).isEqualTo("6.1.0-40-amd64");
        assertThat(host.stale()).isFalse();
    }

    @Test
    void tellsOfAFailureOnceAndOfRecovery() {
        Host host = declare("fail1", "fail", List.of());
        outcomes.record(
                host.id(), Outcome.Kind.UNREACHABLE, "No route to host", "Check the address");
        Outcome first = hosts.named("fail1", null, Reach.ALL).orElseThrow().outcome();
        outcomes.record(
                host.id(), Outcome.Kind.UNREACHABLE, "No route to host", "Check the address");

        Outcome second = hosts.named("fail1", null, Reach.ALL).orElseThrow().outcome();
        assertThat(second.since()).isEqualTo(first.since());
        assertThat(second.reason()).isEqualTo("No route to host");
        assertThat(
                        names(
                                hosts.find(
                                        new HostQuery(
                                                "fail", null, null, true, null, null, null, 10),
                                        Reach.ALL)))
                .containsExactly("fail1");
        assertThat(hosts.environments(null, new Reach(Set.of("fail"))).getFirst().failing())
                .isEqualTo(1);

        accept(TestReport.declared("fail1", "fail"), new TestReport().machine("fail1"));
        outcomes.record(host.id(), Outcome.Kind.TIMED_OUT, "Too slow", null);
        accept(TestReport.declared("fail1", "fail"), new TestReport().machine("fail1"));

        assertThat(kinds("fail1"))
                .containsExactly(
                        "collection.recovered",
                        "collection.failed",
                        "collection.recovered",
                        "host.found",
                        "collection.failed");
    }

    @Test
    void keepsIdAndHistoryOfAHostThatTheEstateRenames() {
        Host before = declare("rename1", "rename", List.of());
        accept(TestReport.declared("rename1", "rename"), new TestReport().machine("rename1"));
        Instant then = observed("rename1");
        hosts.retire("rename1", "system", Reach.ALL);
        declare("rename2", "rename", List.of());

        accept(TestReport.declared("rename2", "rename"), new TestReport().machine("rename1"));

        Host after = hosts.named("rename2", null, Reach.ALL).orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.declared()).isTrue();
        assertThat(hosts.named("rename1", null, Reach.ALL)).isEmpty();
        assertThat(hosts.named("rename1", then, Reach.ALL).map(Host::id)).contains(before.id());
        assertThat(hosts.named("rename2", then, Reach.ALL).map(Host::name)).contains("rename1");
        assertThat(kinds("rename2")).contains("host.found", "host.retired", "host.renamed");
    }

    @Test
    void keepsAnotherMachineOfTheSameNameApartUntilAPersonDecides() {
        accept(TestReport.pushed("double1"), new TestReport().machine("double-a").deb("bash", "1"));

        Acceptance.Accepted other =
                accept(
                        TestReport.pushed("double1"),
                        new TestReport().machine("double-b").deb("bash", "2"));
        Acceptance.Accepted again =
                accept(TestReport.pushed("double1"), new TestReport().machine("double-b"));

        assertThat(other.name()).isEqualTo("double1~2");
        assertThat(other.conflict()).contains("Another machine is named double1");
        assertThat(again.host()).isEqualTo(other.host());
        List<Conflict> open = conflictsOf("double1");
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().kind()).isEqualTo(Conflict.Kind.SAME_NAME);

        assertThat(
                        conflicts.resolve(
                                open.getFirst().id(),
                                Conflict.Decision.SAME,
                                "person:anna",
                                Reach.NONE))
                .isEmpty();
        conflicts.resolve(open.getFirst().id(), Conflict.Decision.SAME, "person:anna", Reach.ALL);
        Acceptance.Accepted merged =
                accept(TestReport.pushed("double1"), new TestReport().machine("double-b"));

        assertThat(merged.name()).isEqualTo("double1");
        assertThat(conflictsOf("double1")).isEmpty();
    }

    @Test
    void givesTheEstatesNameToTheMachineThatReplacedAnother() {
        declare("replace1", "replace", List.of());
        accept(TestReport.declared("replace1", "replace"), new TestReport().machine("replace-a"));
        Acceptance.Accepted fresh =
                accept(
                        TestReport.declared("replace1", "replace"),
                        new TestReport().machine("replace-b"));
        Conflict conflict = conflictsOf("replace1").getFirst();

        conflicts.resolve(conflict.id(), Conflict.Decision.DIFFERENT, "person:anna", Reach.ALL);

        Host present = hosts.named("replace1", null, Reach.ALL).orElseThrow();
        assertThat(present.id()).isEqualTo(fresh.host());
        assertThat(present.lifecycle()).isEqualTo(Lifecycle.LIVE);
        assertThat(present.declared()).isTrue();
    }

    @Test
    void showsClonesAsAConflictAndKeepsBoth() {
        declare("clone1", "clone", List.of());
        declare("clone2", "clone", List.of());
        accept(TestReport.declared("clone1", "clone"), new TestReport().machine("cloned"));
        accept(TestReport.declared("clone2", "clone"), new TestReport().machine("cloned"));

        assertThat(conflictsOf("clone1"))
                .extracting(Conflict::kind)
                .containsExactly(Conflict.Kind.SAME_IDENTITY);
        assertThat(hosts.named("clone1", null, Reach.ALL).map(Host::id))
                .isNotEqualTo(hosts.named("clone2", null, Reach.ALL).map(Host::id));
    }

    @Test
    void keepsHistoryOfARetiredHostAndRefusesItsReports() {
        accept(TestReport.pushed("retire1"), new TestReport().machine("retire1").deb("bash", "1"));
        Instant then = observed("retire1");

        hosts.retire("retire1", "person:anna", Reach.ALL);

        assertThat(
                        reports.accept(
                                TestReport.pushed("retire1"),
                                new TestReport().machine("retire1").deb("retired", "1").build()))
                .isInstanceOf(Acceptance.Retired.class);
        assertThat(count("inventory.package where name = 'retired'")).isZero();
        assertThat(names(hosts.find(query("retire1", null, null, 10), Reach.ALL))).isEmpty();
        assertThat(readings.facts("retire1", then, Reach.ALL)).isNotEmpty();
        assertThatThrownBy(() -> hosts.retire("retire1", "person:anna", Reach.ALL))
                .isInstanceOf(UnknownHost.class);
    }

    @Test
    void erasesEverythingButTheLineThatSaysSo() {
        accept(
                TestReport.pushed("erase1"),
                new TestReport().machine("erase1").deb("bash", "1").listener(22, "sshd"));
        int ordinal = ordinal("erase1");

        hosts.erase("erase1", "person:anna", Reach.ALL);

        assertThat(hosts.named("erase1", null, Reach.ALL)).isEmpty();
        assertThat(
                        jdbc.sql("select kind from timeline.event where asset = 'host:erase1'")
                                .query((row, number) -> row.getString(1))
                                .list())
                .containsExactly("host.erased");
        for (String table : List.of("host_state", "fact", "service", "daemon", "runtime")) {
            assertThat(count("inventory." + table + " where subject = " + ordinal)).isZero();
        }
        assertThat(count("inventory.host_packages where host = " + ordinal)).isZero();
    }

    @Test
    void keepsApartWhatHappenedToHostsThatHadOneNameAfterAnother() {
        declare("reuse1", "reuse", List.of());
        accept(TestReport.declared("reuse1", "reuse"), new TestReport().machine("reuse-a"));
        hosts.retire("reuse1", "system", Reach.ALL);
        declare("reuse2", "reuse", List.of());
        accept(TestReport.declared("reuse2", "reuse"), new TestReport().machine("reuse-a"));
        accept(TestReport.pushed("reuse1"), new TestReport().machine("reuse-b"));

        assertThat(kinds("reuse1")).containsExactly("host.found");
        hosts.erase("reuse1", "person:anna", Reach.ALL);
        assertThat(kinds("reuse2")).contains("host.renamed", "host.retired", "host.found");

        accept(TestReport.pushed("reuse1"), new TestReport().machine("reuse-c"));
        hosts.erase("reuse2", "person:anna", Reach.ALL);

        assertThat(kinds("reuse1")).containsExactly("host.found");
        assertThat(
                        jdbc.sql("select kind from timeline.event where asset = 'host:reuse2'")
                                .query((row, number) -> row.getString(1))
                                .list())
                .containsExactly("host.erased");
    }

    @Test
    void doesNotGuessWhenAHostWasSeenBeforeAnEarlierMoment() {
        accept(TestReport.pushed("seen1"), new TestReport().machine("seen1"));
        Instant first = observed("seen1");
        Host between = hosts.named("seen1", first.plusMillis(1), Reach.ALL).orElseThrow();
        accept(TestReport.pushed("seen1"), new TestReport().machine("seen1"));

        assertThat(between.observedAt()).isEqualTo(first);
        assertThat(hosts.named("seen1", first, Reach.ALL).orElseThrow().observedAt()).isNull();
    }

    @Test
    void tellsHowTwoHostsAndTwoMomentsDiffer() {
        accept(
                TestReport.pushed("diff1"),
                new TestReport()
                        .machine("diff1")
                        .deb("bash", "1")
                        .deb("curl", "1")
                        .listener(80, "nginx"));
        accept(
                TestReport.pushed("diff2"),
                new TestReport()
                        .machine("diff2")
                        .deb("bash", "2")
                        .deb("jq", "1")
                        .fact("os.version", "13"));

        HostDifference difference =
                differences.between(
                        new HostMoment("diff1", null), new HostMoment("diff2", null), Reach.ALL);

        assertThat(difference.packages())
                .extracting(item -> item.change() + " " + item.name() + item.from() + item.to())
                .containsExactly("CHANGED bash[1][2]", "REMOVED curl[1][]", "ADDED jq[][1]");
        assertThat(difference.facts())
                .extracting(fact -> fact.name() + " " + fact.from() + " " + fact.to())
                .containsExactly("os.version 12 13");
        assertThat(difference.services())
                .extracting(HostDifference.ValueDifference::name)
                .containsExactly("80-tcp 0.0.0.0");
        assertThat(
                        differences
                                .between(
                                        new HostMoment("diff1", observed("diff1")),
                                        new HostMoment("diff1", null),
                                        Reach.ALL)
                                .alike())
                .isTrue();
    }

    @Test
    void tellsAllVersionsOfWhatDiffersIncludingThoseThatBothHave() {
        accept(
                TestReport.pushed("diff5"),
                new TestReport().machine("diff5").add("linux", "1").add("linux", "2"));
        accept(
                TestReport.pushed("diff6"),
                new TestReport().machine("diff6").add("linux", "2").add("linux", "3"));

        assertThat(
                        differences
                                .between(
                                        new HostMoment("diff5", null),
                                        new HostMoment("diff6", null),
                                        Reach.ALL)
                                .packages())
                .extracting(item -> item.name() + item.from() + item.to())
                .containsExactly("linux[1, 2][2, 3]");
    }

    @Test
    void comparesNothingWithAHostThatWasNeverCollected() {
        accept(TestReport.pushed("diff3"), new TestReport().machine("diff3").deb("bash", "1"));
        declare("diff4", "diff", List.of());
        HostMoment collected = new HostMoment("diff3", null);

        assertThatThrownBy(() ->
                        differences.between(collected, new HostMoment("diff4", null), Reach.ALL))
                .isInstanceOf(NothingCollected.class)
                .hasMessage("diff4 was never collected, so it cannot be compared.");
        HostMoment declared = new HostMoment("diff4", Instant.now());
        assertThatThrownBy(() -> differences.between(collected, declared, Reach.ALL))
                .isInstanceOf(NothingCollected.class)
                .hasMessageContaining("was not collected before");
    }

    private Host declare(String name, String environment, List<String> groups) {
        return hosts.declare(
                new Declaration(name, environment, groups, "10.0.0.1", "estate.ini", 3), "system");
    }

    private Acceptance.Accepted accept(Origin origin, TestReport report) {
        return (Acceptance.Accepted) reports.accept(origin, report.build());
    }

    private Instant observed(String host) {
        Instant at = hosts.named(host, null, Reach.ALL).orElseThrow().observedAt();
        return Objects.requireNonNull(at);
    }

    private List<Conflict> conflictsOf(String host) {
        return hosts.detail(host, Reach.ALL).orElseThrow().conflicts();
    }

    private List<String> kinds(String host) {
        return history.of(host, null, null, null, 20, Reach.ALL).items().stream()
                .map(TimelineEvent::kind)
                .toList();
    }

    private int ordinal(String host) {
        return jdbc.sql("select ordinal from inventory.host where name = ?")
                .param(host)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static HostQuery query(
            String text, @Nullable String group, @Nullable String after, int limit) {
        return new HostQuery(null, group, text, false, Lifecycle.LIVE, null, after, limit);
    }

    private static List<String> names(Page<Host> page) {
        return page.items().stream().map(Host::name).toList();
    }
}
