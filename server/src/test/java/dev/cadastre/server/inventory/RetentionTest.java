package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Connection;
import dev.cadastre.probe.Transport;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageSets;
import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.storage.Partitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RetentionTest {

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private Readings readings;
    @Autowired private Packages packages;
    @Autowired private RetentionTable table;
    @Autowired private Intervals intervals;
    @Autowired private Partitions partitions;
    @Autowired private PackageSets sets;
    @Autowired private PackageDictionary dictionary;
    @Autowired private HoldingsReader holdings;
    @Autowired private ConnectionTable connections;
    @Autowired private JdbcClient jdbc;

    @Test
    void forgetsWhatEndedAndKeepsWhatLasts() {
        Instant then = upgrade("forget1", "forget-short");
        Instant kept = upgrade("forget2", "forget-long");

        run(Instant.now().plus(Duration.ofDays(10)));

        assertThat(readings.facts("forget1", then, Reach.ALL))
                .extracting(HostFact::name)
                .contains("os.id")
                .doesNotContain("release");
        assertThat(readings.facts("forget1", null, Reach.ALL))
                .extracting(HostFact::name)
                .contains("release");
        assertThat(installed("forget1", null)).isEqualTo(1);
        assertThat(readings.connections("forget1", null, Reach.ALL)).isEmpty();
        assertThat(readings.facts("forget2", kept, Reach.ALL))
                .extracting(HostFact::name)
                .contains("release");
        assertThat(readings.connections("forget2", null, Reach.ALL)).hasSize(1);
    }

    @Test
    void forgetsPackagesThatNoHostHasOrHad() {
        TestReport report = new TestReport().machine("forget4").deb("forget-erased", "1");
        reports.accept(TestReport.declared("forget4", "forget-long"), report.build());
        upgrade("forget5", "forget-long");
        hosts.erase("forget4", "system", Reach.ALL);

        run(Instant.now());

        assertThat(known("forget-erased")).isZero();
        assertThat(installed("forget5", null)).isEqualTo(1);

        reports.accept(TestReport.declared("forget4", "forget-long"), report.build());
        assertThat(installed("forget4", null)).isEqualTo(1);
    }

    private int known(String name) {
        return jdbc.sql("select count(*) from inventory.package where name = ?")
                .param(name)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Test
    void keepsABoundedNumberOfConnectionsOfAHost() {
        hosts.declare(
                new Declaration("forget3", "forget-long", List.of(), "192.0.2.3", null, 0),
                "system");
        int host =
                jdbc.sql("select ordinal from inventory.host where name = 'forget3'")
                        .query((row, number) -> row.getInt(1))
                        .single();
        Instant now = Instant.now();

        connections.add(
                Map.of(host, new ConnectionTable.Seen(lines("10.1."), now.minusSeconds(300))));
        connections.add(Map.of(host, new ConnectionTable.Seen(lines("10.2."), now)));

        assertThat(connections.of(host, null)).hasSize(ConnectionTable.MOST);
        assertThat(connections.of(host, null))
                .filteredOn(connection -> connection.remoteAddress().startsWith("10.2."))
                .hasSize(15_000);
    }

    private static List<ConnectionLine> lines(String prefix) {
        return IntStream.range(0, 15_000)
                .mapToObj(number ->
                        new ConnectionLine(
                                HostConnection.Direction.OUT,
                                "curl",
                                null,
                                Transport.TCP,
                                prefix + number / 256 + "." + number % 256,
                                443))
                .toList();
    }

    private Instant upgrade(String host, String environment) {
        TestReport report =
                new TestReport()
                        .machine(host)
                        .deb("bash", "1")
                        .fact("release", "1")
                        .connection(
                                new Connection(
                                        Transport.TCP,
                                        "10.0.0.1",
                                        40_000,
                                        "10.0.0.2",
                                        443,
                                        Connection.State.ESTABLISHED,
                                        "curl",
                                        1,
                                        0L,
                                        "root"));
        reports.accept(TestReport.declared(host, environment), report.build());
        Instant then =
                Objects.requireNonNull(
                        hosts.named(host, null, Reach.ALL).orElseThrow().observedAt());
        reports.accept(
                TestReport.declared(host, environment),
                report.deb("bash", "2").fact("release", "2").build());
        return then;
    }

    private int installed(String host, @Nullable Instant at) {
        return packages.ofHost(new HostPackageQuery(host, null, null, at, null, 10), Reach.ALL)
                .items()
                .size();
    }

    private void run(Instant now) {
        InventoryProperties.Kept little =
                new InventoryProperties.Kept(Duration.ofDays(5), Duration.ofDays(5));
        InventoryProperties properties =
                new InventoryProperties(
                        Duration.ofDays(400), Duration.ofDays(90), Map.of("forget-short", little));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Retention retention =
                new Retention(
                        table,
                        properties,
                        intervals,
                        partitions,
                        sets,
                        dictionary,
                        holdings,
                        clock);
        retention.run();
    }
}
