package dev.cadastre.server.alerting.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.storage.health.Finding;
import dev.cadastre.server.storage.health.FindingKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At a time that is long gone, so that nothing of other tests is of it. */
@ServerTest
class DeliveryHealthTest {

    private static final Instant NOW = Instant.parse("2001-11-23T12:00:00Z");
    private static final long INCIDENT = 987_654_321;

    @Autowired private JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from alerting.delivery where incident = ?").param(INCIDENT).update();
        jdbc.sql("delete from alerting.notice where incident = ?").param(INCIDENT).update();
    }

    private void delivery(
            String address, String state, Duration age, @Nullable Duration ended, String said) {
        long notice =
                jdbc.sql(
                                """
                                insert into alerting.notice (incident, kind, ordinal, severity,
                                  reason, message, made_at)
                                values (?, ?, 1, 'WARNING', '', '{}', now()) returning id
                                """)
                        .params(INCIDENT, UUID.randomUUID().toString())
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into alerting.delivery (id, notice, incident, environment, team,
                          channel, address, state, made_at, due_at, until_at, tried_at, ended_at,
                          said)
                        values (?, ?, ?, 'x', 'x', 'mail', ?, ?, ?, '2100-01-01', '2100-01-01', ?,
                          ?, ?)
                        """)
                .param(UUID.randomUUID())
                .param(notice)
                .param(INCIDENT)
                .param(address)
                .param(state)
                .param(Timestamp.from(NOW.minus(age)))
                .param(Timestamp.from(NOW.minus(age)))
                .param(ended == null ? null : Timestamp.from(NOW.minus(ended)))
                .param(said)
                .update();
    }

    private List<Finding> findings() {
        return new DeliveryHealth(jdbc, Clock.fixed(NOW, ZoneOffset.UTC)).examine();
    }

    @Test
    void findsWhatWaitsTooLongByAddressWithTheLastAnswer() {
        delivery("a@x", "WAITING", Duration.ofHours(2), null, "no route");
        delivery("a@x", "WAITING", Duration.ofHours(1), null, "refused");
        delivery("b@x", "WAITING", Duration.ofMinutes(14), null, "");

        assertThat(findings())
                .filteredOn(finding -> finding.kind() == FindingKind.DELIVERIES_WAITING)
                .containsExactly(
                        Finding.warning(
                                FindingKind.DELIVERIES_WAITING,
                                "mail a@x",
                                "Deliveries that wait for more than 15 minutes: 2; the last attempt"
                                        + " said: refused"));
    }

    @Test
    void findsWhatWasGivenUpWithinADay() {
        delivery("c@x", "FAILED", Duration.ofDays(3), Duration.ofHours(23), "gone");
        delivery("d@x", "FAILED", Duration.ofDays(3), Duration.ofHours(25), "gone");

        assertThat(findings())
                .extracting(Finding::subject)
                .contains("mail c@x")
                .doesNotContain("mail d@x");
    }
}
