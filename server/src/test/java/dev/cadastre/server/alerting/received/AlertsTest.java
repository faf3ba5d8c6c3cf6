package dev.cadastre.server.alerting.received;

import static dev.cadastre.server.monitoring.MonitorState.CRITICAL;
import static dev.cadastre.server.monitoring.MonitorState.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.TwoClocks;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.keeping.HeardTable;
import dev.cadastre.server.alerting.watching.Incidents;
import dev.cadastre.server.alerting.watching.IncidentsByTest;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.monitoring.watching.ToldMonitors;
import dev.cadastre.server.monitoring.window.NewWindow;
import dev.cadastre.server.monitoring.window.Window;
import dev.cadastre.server.storage.Continuity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ServerTest
class AlertsTest {

    @Autowired private Access access;
    @Autowired private ToldMonitors told;
    @Autowired private Alerts alerts;
    @Autowired private Downtimes downtimes;
    @Autowired private Incidents incidents;
    @Autowired private IncidentsByTest byTest;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @Autowired private AlertTable table;
    @Autowired private AlertPlaces places;
    @Autowired private HeardTable heard;
    @Autowired private Circumstances circumstances;
    @Autowired private AlertsProperties properties;
    @Autowired private PlatformTransactionManager transactions;

    private void send(Map<String, String> labels, @Nullable Instant ends) {
        access.asSystem(
                () -> alerts.take(List.of(new SentAlert(labels, Map.of(), null, ends, null))));
    }

    /** A server that goes by clocks of the test's. */
    private Alerts at(TwoClocks clocks) {
        return new Alerts(
                table,
                places,
                heard,
                circumstances,
                properties,
                access,
                clocks,
                new Continuity(clocks, clocks.ticker()),
                transactions);
    }

    private boolean lasts(String asset) {
        return table.all().stream().anyMatch(one -> one.asset().equals(asset));
    }

    private List<Incident> of(String asset) {
        byTest.catchUp();
        return incidents.find(new IncidentQuery(Set.of(), null, asset, null, 10), Reach.ALL);
    }

    private static Map<String, String> slow(String asset) {
        return Map.of("alertname", "Slow", "severity", "critical", "asset", asset);
    }

    @Test
    void isAnIncidentUntilItIsOver() {
        send(slow("device:alert-a"), null);
        send(slow("device:alert-a"), null);

        Incident open = of("device:alert-a").getFirst();
        assertThat(of("device:alert-a")).hasSize(1);
        assertThat(open.title()).isEqualTo("Slow on alert-a is CRITICAL");
        assertThat(incidents.story(open.id()).failures().getFirst().monitor()).isNull();

        send(slow("device:alert-a"), clock.instant());
        assertThat(of("device:alert-a").getFirst().state()).isEqualTo(IncidentState.RESOLVED);
        send(slow("device:alert-a"), clock.instant());
        assertThat(of("device:alert-a")).hasSize(1);
    }

    @Test
    void isAboutTheHostThatItsInstanceNames() {
        told.add("host:alert-web1");

        send(Map.of("alertname", "Down", "instance", "alert-web1.example.com:9100"), null);
        send(Map.of("alertname", "Down", "instance", "alert web2:9100"), null);

        assertThat(of("host:alert-web1")).hasSize(1);
        assertThat(of("external:alert-web2")).hasSize(1);
    }

    @Test
    void joinsTheIncidentOfWhatItsAssetNeeds() {
        told.add("device:alert-db");
        told.add("device:alert-app");
        told.needs("device:alert-app", "device:alert-db");
        told.tell("device:alert-db", OK);
        send(slow("device:alert-app"), null);
        assertThat(of("device:alert-app").getFirst().state()).isEqualTo(IncidentState.OPEN);

        told.tell("device:alert-db", CRITICAL);
        byTest.catchUp();
        alerts.look();

        Incident cause =
                of("device:alert-db").stream()
                        .filter(one -> one.cause().equals("device:alert-db"))
                        .findFirst()
                        .orElseThrow();
        assertThat(cause.failures()).isEqualTo(2);
        assertThat(of("device:alert-app"))
                .filteredOn(one -> one.cause().equals("device:alert-app"))
                .extracting(Incident::mergedInto)
                .containsExactly(cause.id());

        told.tell("device:alert-db", OK);
        send(slow("device:alert-app"), clock.instant());
        assertThat(of("device:alert-db").getFirst().state()).isEqualTo(IncidentState.RESOLVED);
    }

    @Test
    void lastsOverABreakInWhichNobodyCouldSendItAgain() {
        TwoClocks clocks = new TwoClocks(clock.instant());
        Alerts slept = at(clocks);
        send(slow("device:alert-slept"), null);
        Duration timeout = properties.resolveTimeout();

        clocks.step(Duration.ofHours(8));
        slept.look();
        assertThat(lasts("device:alert-slept")).isTrue();
        clocks.pass(timeout);
        slept.look();
        assertThat(lasts("device:alert-slept")).isTrue();

        for (long turn = 0; turn <= timeout.dividedBy(Continuity.UNNOTICED); turn++) {
            clocks.pass(Continuity.UNNOTICED);
            slept.look();
        }
        assertThat(lasts("device:alert-slept")).isFalse();
        assertThat(of("device:alert-slept").getFirst().state()).isEqualTo(IncidentState.RESOLVED);
    }

    @Test
    void isNoIncidentWhileADowntimeIsAboutItsAsset() {
        told.add("device:alert-ups");
        Window downtime = downtime("device:alert-ups");

        send(slow("device:alert-ups"), null);
        send(slow("device:alert-ups"), null);
        alerts.look();
        assertThat(of("device:alert-ups")).isEmpty();

        access.asSystem(() -> downtimes.end(downtime.id(), Reach.ALL));
        alerts.look();
        assertThat(of("device:alert-ups").getFirst().state()).isEqualTo(IncidentState.OPEN);
        send(slow("device:alert-ups"), clock.instant());
        assertThat(of("device:alert-ups"))
                .extracting(Incident::state)
                .containsExactly(IncidentState.RESOLVED);
    }

    @Test
    void isNeverToldIfItIsOverBeforeTheDowntimeIs() {
        told.add("device:alert-brief");
        Window downtime = downtime("device:alert-brief");

        send(slow("device:alert-brief"), null);
        send(slow("device:alert-brief"), clock.instant());
        access.asSystem(() -> downtimes.end(downtime.id(), Reach.ALL));
        alerts.look();

        assertThat(of("device:alert-brief")).isEmpty();
    }

    @Test
    void isNoFailureAnyMoreOnceADowntimeBegins() {
        told.add("device:alert-rack");
        send(slow("device:alert-rack"), null);
        assertThat(of("device:alert-rack").getFirst().state()).isEqualTo(IncidentState.OPEN);

        Window downtime = downtime("device:alert-rack");
        alerts.look();

        Incident over = of("device:alert-rack").getFirst();
        assertThat(over.state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(incidents.story(over.id()).failures().getFirst().ended())
                .isEqualTo("A downtime has begun");

        access.asSystem(() -> downtimes.end(downtime.id(), Reach.ALL));
        alerts.look();
        assertThat(of("device:alert-rack"))
                .extracting(Incident::state)
                .containsExactly(IncidentState.OPEN, IncidentState.RESOLVED);
        send(slow("device:alert-rack"), clock.instant());
    }

    @Test
    void isKeptQuietByTheDowntimeOfItsHost() {
        told.add("host:alert-db1");
        told.add("host:alert-db2");
        Window downtime = downtime("host:alert-db1");

        send(Map.of("alertname", "Down", "instance", "alert-db1:9100"), null);
        send(Map.of("alertname", "Down", "instance", "alert-db2:9100"), null);

        assertThat(of("host:alert-db1")).isEmpty();
        assertThat(of("host:alert-db2")).hasSize(1);
        access.asSystem(() -> downtimes.end(downtime.id(), Reach.ALL));
    }

    private Window downtime(String asset) {
        Instant ends = clock.instant().plus(Duration.ofHours(1));
        return access.asSystem(
                () -> downtimes.begin(new NewWindow(asset, null, null, ends, "new fans")));
    }

    @Test
    void takesAllOrNone() {
        AlertingRefused refused =
                catchThrowableOfType(
                        AlertingRefused.class,
                        () ->
                                access.asSystem(() ->
                                        alerts.take(
                                                List.of(
                                                        new SentAlert(
                                                                slow("device:alert-none"),
                                                                Map.of(),
                                                                null,
                                                                null,
                                                                null),
                                                        new SentAlert(
                                                                Map.of(), Map.of(), null, null,
                                                                null)))));

        assertThat(refused.problems()).hasSize(1);
        assertThat(of("device:alert-none")).isEmpty();
        assertThat(
                        jdbc.sql("select count(*) from alerting.alert where asset = ?")
                                .param("device:alert-none")
                                .query(Integer.class)
                                .single())
                .isZero();
    }
}
