package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cadastre.probe.Daemon;
import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.Section;
import dev.cadastre.query.Candidate;
import dev.cadastre.query.Field;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.query.HostIndex;
import dev.cadastre.server.search.Deadline;
import dev.cadastre.server.search.HostCounts;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import dev.cadastre.server.search.QueryMoment;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.search.QueryTooSlow;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The hosts {@code ask1} to {@code ask4} of the environments {@code ask-qa} and others. */
@ServerTest
class QueriesTest {

    private static final Section SYSTEM = Section.of(Section.Kind.SYSTEM);
    private static final Reach ASKED = new Reach(Set.of("ask-qa", "ask-prod"));

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private Queries queries;
    @Autowired private List<QueryFields> parts;
    @Autowired private HoldingsReader holdings;
    @Autowired private HostIndex index;

    @BeforeEach
    void collect() {
        Awaitility.await().until(() -> holdings.loaded() && index.loaded());
        if (hosts.named("ask1", null, Reach.ALL).isPresent()) {
            return;
        }
        accept(
                "ask1",
                "ask-qa",
                List.of("ask-web", "ask-all"),
                new TestReport()
                        .machine("ask1")
                        .fact("os.version", "12.11")
                        .fact("kernel.arch", "x86_64")
                        .fact(SYSTEM, "memory.total", new FactValue.Whole(16L << 30))
                        .fact(
                                SYSTEM,
                                "interface.eth0.addresses",
                                new FactValue.Items(List.of("10.99.0.1/24", "2001:db8::1/64")))
                        .measure("load.1", 3)
                        .deb("ask-ssl", "3.0.13-1~deb12u1")
                        .python("/opt/x", "ask-lib", "1.10")
                        .daemon("ask-daemon", Daemon.State.RUNNING)
                        .listener(5432, "postgres")
                        .runtime("python", "3.8.20", "/usr/bin/python3"));
        accept(
                "ask2",
                "ask-qa",
                List.of("ask-all"),
                new TestReport()
                        .machine("ask2")
                        .fact("os.version", "11.9")
                        .fact("kernel.arch", "aarch64")
                        .fact(SYSTEM, "memory.total", new FactValue.Whole(4L << 30))
                        .fact("ask.release", "1.10")
                        .measure("load.1", 1)
                        .deb("ask-ssl", "3.0.14-1~deb12u2")
                        .daemon("ask-daemon", Daemon.State.FAILED)
                        .listener(22, "sshd")
                        .runtime("python", "3.11.2", "/usr/bin/python3"));
        accept(
                "ask3",
                "ask-prod",
                List.of("ask-web"),
                new TestReport()
                        .machine("ask3")
                        .fact("os.id", "rhel")
                        .fact("os.name", "Red Hat Enterprise Linux 9.4")
                        .fact("os.version", "9.4")
                        .fact("kernel.release", "5.14.0-427.el9.x86_64")
                        .fact("ask.release", "1.9")
                        .deb("ask-ssl", "3.0.14-1~deb12u2")
                        .add("ask-ssl", "3.0.13-1~deb12u1"));
        accept(
                "ask4",
                "ask-hidden",
                List.of("ask-web"),
                new TestReport().machine("ask4").python("/opt/x", "ask-secret", "1.0"));
        accept("ask5", "ask-prod", List.of("ask-old"), new TestReport().machine("ask5"));
        hosts.retire("ask5", "system", Reach.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                              | ask1 ask2 ask3
                    *                               | ask1 ask2 ask3
                    env:ask-qa                      | ask1 ask2
                    environment:ask-p*              | ask3
                    -env:ask-qa                     | ask3
                    env:ask-hidden                  |
                    -env:ask-nowhere                | ask1 ask2 ask3
                    group:ask-web                   | ask1 ask3
                    group:ask-web,ask-all           | ask1 ask2 ask3
                    host:ask1                       | ask1
                    name:*sk2                       | ask2
                    SK1                             | ask1
                    'ask1 OR ask3'                  | ask1 ask3
                    ?SK3                            | ask3
                    lifecycle:retired               | ask5
                    'lifecycle:retired group:ask-web' |
                    lifecycle:*                     | ask1 ask2 ask3 ask5
                    os:debian                       | ask1 ask2
                    os:debian>=12                   | ask1
                    os:"Red Hat*"                   |
                    'os:*Enterprise*'               | ask3
                    os:rhel,debian<10               | ask3
                    kernel<6                        | ask3
                    kernel:6.1.*                    | ask1 ask2
                    arch:aarch64                    | ask2
                    pkg:ask-ssl                     | ask1 ask2 ask3
                    pkg:ask-ssl<3.0.14              | ask1 ask3
                    -pkg:ask-ssl<3.0.14             | ask2
                    pkg:ask-ssl>=3.0.14             | ask2 ask3
                    pkg:ask-ssl=3.0.14              | ask2 ask3
                    pkg:ask-l*<1.9                  |
                    pkg:ask-l*>1.9                  | ask1
                    pkg:ask-none                    |
                    fact.memory.total>8GiB          | ask1
                    fact.memory.total:*             | ask1 ask2
                    -fact.memory.total:*            | ask3
                    fact.ask.release>1.9            | ask2
                    fact.ask.release:1.9            | ask3
                    fact.ask.*:1.*                  | ask2 ask3
                    fact.load.1>=2                  | ask1
                    fact.load.*<2                   | ask2
                    address:10.99.*                 | ask1
                    address:2001:db8::1             | ask1
                    port:5432                       | ask1
                    port:22-tcp,5432                | ask1 ask2
                    port<1024                       | ask2
                    service:postgres                | ask1
                    service:22-tcp                  | ask2
                    daemon:ask-daemon               | ask1 ask2
                    daemon:ask-*=running            | ask1
                    daemon:ask-daemon!=running      | ask2
                    runtime:python<3.9              | ask1
                    runtime:py*                     | ask1 ask2
                    seen<5h                         | ask1 ask2 ask3
                    seen>1d                         |
                    since<1d                        | ask1 ask2 ask3
                    since<2020-01-01                |
                    outcome:failing                 |
                    outcome:collected               | ask1 ask2 ask3
                    stale:yes                       |
                    stale:no                        | ask1 ask2 ask3
                    'env:ask-qa -(os:debian>=12 OR pkg:ask-none)' | ask2
                    """)
    void finds(String query, @Nullable String expected) {
        List<String> names = expected == null ? List.of() : List.of(expected.split(" "));

        assertThat(found(query, null)).isEqualTo(names);
    }

    @Test
    void answersEquallyFromMemoryAndFromTheDatabase() {
        Random random = new Random(5);
        List<String> groups = List.of("mem-a", "mem-b", "mem-c");
        Reach reach = new Reach(Set.of("mem-qa", "mem-prod"));
        for (int round = 0; round < 3; round++) {
            for (int host = 0; host < 8; host++) {
                TestReport report =
                        new TestReport()
                                .machine("mem" + host)
                                .fact("os.version", String.valueOf(10 + random.nextInt(4)))
                                .fact("kernel.release", "6." + random.nextInt(3))
                                .fact("mem.x", String.valueOf(random.nextInt(3)))
                                .deb("mem-pkg" + random.nextInt(2), "1." + random.nextInt(3));
                if (random.nextInt(4) == 0) {
                    report.withoutFact("os.version");
                }
                accept(
                        "mem" + host,
                        random.nextBoolean() ? "mem-qa" : "mem-prod",
                        groups.subList(0, random.nextInt(4)),
                        report);
            }
            Instant now = Instant.now();
            for (String query :
                    List.of(
                            "env:mem-qa",
                            "group:mem-a -group:mem-c",
                            "os:debian>=12",
                            "-os:debian<11",
                            "kernel>6.0",
                            "mem1 OR host:mem2",
                            "pkg:mem-pkg0<1.1",
                            "-pkg:mem-*>=1.1",
                            "fact.mem.x>0 env:mem-prod")) {
                assertThat(queries.hosts(query, queries.parse(query), null, reach))
                        .as(query)
                        .isEqualTo(queries.hosts(query, queries.parse(query), now, reach));
            }
            for (String by :
                    List.of("env", "group", "os", "kernel", "pkg:mem-pkg0", "fact.mem.x")) {
                assertThat(queries.count("mem", by, null, reach))
                        .as(by)
                        .isEqualTo(queries.count("mem", by, now, reach));
            }
        }
        hosts.retire("mem3", "system", Reach.ALL);
        hosts.erase("mem4", "system", Reach.ALL);

        assertThat(queries.count("mem lifecycle:*", null, null, reach).hosts()).isEqualTo(7);
        assertThat(queries.count("mem", null, null, reach).hosts()).isEqualTo(6);
    }

    @Test
    void answersAsOfAMoment() {
        Instant before = Objects.requireNonNull(lastSeen("ask2"));
        accept(
                "ask-then",
                "ask-qa",
                List.of(),
                new TestReport().machine("ask-then").deb("ask-ssl", "3.0.1-1"));

        assertThat(found("ask", null)).contains("ask-then");
        assertThat(found("ask -host:ask3", before)).containsExactly("ask1", "ask2");
        assertThat(found("pkg:ask-ssl<3.0.13", before)).isEmpty();
        hosts.erase("ask-then", "system", Reach.ALL);
    }

    @Test
    void pagesByName() {
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            HostQuery page = new HostQuery(null, null, null, false, Lifecycle.LIVE, null, after, 1);
            Page<Host> found = hosts.find(page, "group:ask-web OR ask2", ASKED);
            found.items().forEach(host -> names.add(host.name()));
            after = found.next();
        } while (after != null);

        assertThat(names).containsExactly("ask1", "ask2", "ask3");
    }

    @Test
    void countsByValueAndEnvironment() {
        HostCounts counts = queries.count("ask", "pkg:ask-ssl", null, ASKED);

        assertThat(counts.hosts()).isEqualTo(3);
        assertThat(counts.values())
                .extracting(HostCounts.Value::toString)
                .containsExactly(
                        "Value[value=3.0.13-1~deb12u1, hosts=2, environments={ask-prod=1, ask-qa=1}]",
                        "Value[value=3.0.14-1~deb12u2, hosts=2, environments={ask-prod=1, ask-qa=1}]");
        assertThat(queries.count("ask", "os", null, ASKED).values())
                .extracting(HostCounts.Value::value)
                .containsExactly("debian 11.9", "debian 12.11", "rhel 9.4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    evn:qa            | 1:3 query.unknown-field
                    outcome:faling    | 9:6 query.unknown-value
                    pkg:ask-lib<one+! | 1:17 query.bad-version
                    """)
    void refusesWithThePlace(String query, String expected) {
        assertThatThrownBy(() -> found(query, null))
                .asInstanceOf(type(QueryRefused.class))
                .satisfies(refused ->
                        assertThat(refused.problems())
                                .extracting(QueriesTest::placed)
                                .containsExactly(expected));
    }

    /** Else a wrong version would tell which packages there are elsewhere. */
    @Test
    void judgesVersionsByWhatTheReaderMaySeeOnly() {
        String hidden = "pkg:ask-secret<one+!";

        assertThat(found(hidden, null)).isEqualTo(found("pkg:ask-nothing<one+!", null));
        assertThatThrownBy(() -> queries.hosts(hidden, queries.parse(hidden), null, Reach.ALL))
                .isInstanceOf(QueryRefused.class);
    }

    @Test
    void refusesWhatIsKnownForNowOnlyAtAnotherMoment() {
        assertThatThrownBy(() -> found("ask outcome:failing", Instant.now()))
                .asInstanceOf(type(QueryRefused.class))
                .satisfies(refused ->
                        assertThat(refused.problems())
                                .extracting(QueriesTest::placed)
                                .containsExactly("5:15 query.now-only"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    env:ask-          | ask-prod ask-qa
                    group:ask-        | ask-all ask-web
                    host:ask          | ask1 ask2 ask3
                    os:de             | debian
                    pkg:ask-s         | ask-ssl
                    fact.memory.      | memory.total
                    daemon:ask        | ask-daemon
                    runtime:py        | python
                    """)
    void offersValuesThatTheReaderMaySee(String text, String expected) {
        assertThat(queries.complete(text, text.length(), ASKED).candidates())
                .extracting(Candidate::label)
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fact.*:x", "fact.load.1>1", "daemon:*", "port:22"})
    void givesUpBetweenTheRowsOfAnAnswer(String text) {
        var overdue = new QueryMoment(null, Instant.EPOCH, new Deadline(Duration.ZERO));
        Query.Match match = (Query.Match) queries.parse(text);

        assertThatThrownBy(() -> field(match.field()).matching(match, overdue))
                .isInstanceOf(QueryTooSlow.class);
    }

    private QueryField field(Field field) {
        return parts.stream()
                .flatMap(part -> part.queryFields().stream())
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static String placed(Problem problem) {
        return "%d:%d %s".formatted(problem.column(), problem.length(), problem.code());
    }

    private @Nullable Instant lastSeen(String host) {
        return hosts.named(host, null, Reach.ALL).orElseThrow().observedAt();
    }

    private List<String> found(String query, @Nullable Instant at) {
        HostQuery all = new HostQuery(null, null, null, false, Lifecycle.LIVE, at, null, 1000);
        return hosts.find(all, query, ASKED).items().stream().map(Host::name).toList();
    }

    private void accept(String host, String environment, List<String> groups, TestReport report) {
        Origin origin =
                new Origin(
                        host, Origin.Naming.DECLARED, environment, groups, Source.PROBE, "system");
        assertThat(reports.accept(origin, report.build())).isInstanceOf(Acceptance.Accepted.class);
    }
}
