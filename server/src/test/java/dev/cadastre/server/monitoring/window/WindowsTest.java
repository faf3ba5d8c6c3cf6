package dev.cadastre.server.monitoring.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Declaration;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.MonitorRefused;
import dev.cadastre.server.monitoring.downtime.Downtimes;
import dev.cadastre.server.search.SavedQueries;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class WindowsTest {

    @Autowired private Access access;
    @Autowired private Downtimes downtimes;
    @Autowired private SavedQueries saved;
    @Autowired private Hosts hosts;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private Window begin(@Nullable String asset, @Nullable String q) {
        Instant ends = clock.instant().plus(Duration.ofHours(1));
        return access.asSystem(
                () -> downtimes.begin(new NewWindow(asset, q, null, ends, "  new fans ")));
    }

    private List<MonitorProblem> refused(
            @Nullable String asset, @Nullable Instant ends, String reason) {
        return catchThrowableOfType(
                        MonitorRefused.class,
                        () ->
                                access.asSystem(() ->
                                        downtimes.begin(
                                                new NewWindow(asset, null, null, ends, reason))))
                .problems();
    }

    private int ordinal(String host) {
        return jdbc.sql("select ordinal from inventory.host where name = ?")
                .param(host)
                .query(Integer.class)
                .single();
    }

    @Test
    void isAboutWhatItsQueryFoundLastWhileThatCannotBeAnswered() {
        hosts.declare(
                new Declaration("window-web1", "unassigned", List.of(), "192.0.2.77", null, 0),
                "system");
        access.asSystem(() -> saved.put("window-hosts", "host:window-web*"));
        Window begun = begin(null, "saved:window-hosts");
        int host = ordinal("window-web1");
        assertThat(downtimes.lasting().isAbout("service:22-tcp@window-web1", host)).isTrue();

        access.asSystem(() -> saved.remove("window-hosts"));

        assertThat(downtimes.lasting().isAbout("service:22-tcp@window-web1", host)).isTrue();
        access.asSystem(() -> downtimes.end(begun.id(), Reach.ALL));
        assertThat(downtimes.lasting().isAbout("service:22-tcp@window-web1", host)).isFalse();
    }

    @Test
    void refusesWhatDoesNotEndAndWhatSaysTooMuch() {
        Instant later = clock.instant().plus(Duration.ofDays(400));

        assertThat(refused("device:window-none", null, "x".repeat(1_001)))
                .extracting(MonitorProblem::code)
                .containsExactly(
                        "downtime.asset-wrong", "downtime.ends-wrong", "downtime.reason-wrong");
        assertThat(refused(null, later, "fans"))
                .extracting(MonitorProblem::message)
                .containsExactly(
                        "Say what it is about: an asset or a query, and not both.",
                        "It lasts longer than a year.");
    }

    @Test
    void takesAnAssetThatOnlyAnIncidentWasOf() {
        jdbc.sql(
                        """
                        insert into alerting.incident
                          (id, cause, title, environment, state, severity, opened_at, resolved_at,
                           settled)
                        values (nextval('alerting.incident_id'), 'external:window-gone', 'Gone',
                                'unassigned', 'RESOLVED', 'CRITICAL', now(), now(), true)
                        """)
                .update();

        Window begun = begin("external:window-gone", null);

        assertThat(begun.environment()).isEqualTo("unassigned");
        assertThat(begun.reason()).isEqualTo("new fans");
        assertThat(downtimes.lasting().of("external:window-gone", 0)).contains(begun);
        assertThat(downtimes.find(begun.id(), Reach.NONE)).isEmpty();
        access.asSystem(() -> downtimes.end(begun.id(), Reach.ALL));
        assertThat(downtimes.find(begun.id(), Reach.ALL).map(Window::endedBy))
                .isEqualTo(Optional.of("system"));
    }

    @Test
    void forgetsAnyNumberThatEndedLongAgo() {
        Instant limit = clock.instant().minus(Duration.ofDays(400));
        ended("device:window-past", limit.minusSeconds(1), 2_500);
        ended("device:window-recent", limit.plusSeconds(60), 1);

        assertThat(downtimes.forget(limit)).isEqualTo(2_500);
        assertThat(downtimes.forget(limit)).isZero();
        assertThat(count("device:window-recent")).isOne();
    }

    private void ended(String asset, Instant at, int number) {
        jdbc.sql(
                        """
                        insert into monitoring.downtime
                          (asset, environment, begins_at, ends_at, reason, made_at, made_by)
                        select :asset, 'unassigned', :at, :at, 'fans', :at, 'person:anna'
                        from generate_series(1, :number)
                        """)
                .param("asset", asset)
                .param("at", Timestamp.from(at))
                .param("number", number)
                .update();
    }

    private int count(String asset) {
        return jdbc.sql("select count(*) from monitoring.downtime where asset = ?")
                .param(asset)
                .query(Integer.class)
                .single();
    }

    @Test
    void saysWhatIsNotThere() {
        MonitorRefused refused =
                catchThrowableOfType(
                        MonitorRefused.class,
                        () -> access.asSystem(() -> downtimes.end(Long.MAX_VALUE, Reach.ALL)));

        assertThat(refused.reason()).isEqualTo(MonitorRefused.Reason.UNKNOWN);
        assertThat(refused.problems().getFirst().remedy())
                .isEqualTo("See /api/v1/downtimes for those there are.");
    }
}
