package dev.cadastre.server.alerting.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.alerting.silence.Silences;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.watching.Monitors;
import dev.cadastre.server.monitoring.watching.ToldMonitors;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class IncidentRetentionTest {

    private static final List<String> TABLES = List.of("delivery", "notice", "comment", "failure");

    @Autowired private IncidentRemoval removal;
    @Autowired private Silences silences;
    @Autowired private Monitors monitors;
    @Autowired private ToldMonitors told;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Instant longAgo = now.minus(Duration.ofDays(6));

    /** What is over in an environment that keeps little, everything of it told. */
    private long over(String cause, Instant at) {
        return incident("retention-short", cause, at, null, null, true);
    }

    private long incident(
            String environment,
            String cause,
            @Nullable Instant over,
            @Nullable String by,
            @Nullable Long into,
            boolean settled) {
        long id =
                jdbc.sql(
                                """
                                insert into alerting.incident
                                  (id, cause, title, environment, state, severity, opened_at,
                                   resolved_at, resolved_by, merged_into, settled)
                                values (nextval('alerting.incident_id'), ?, 'It fails', ?, ?,
                                        'CRITICAL', ?, ?, ?, ?, ?)
                                returning id
                                """)
                        .param(cause)
                        .param(environment)
                        .param(over == null ? "OPEN" : "RESOLVED")
                        .param(Timestamp.from(now.minus(Duration.ofDays(1_000))))
                        .param(over == null ? null : Timestamp.from(over))
                        .param(by)
                        .param(into)
                        .param(settled)
                        .query(Long.class)
                        .single();
        failure(id, "monitor:-" + id, over);
        jdbc.sql("insert into alerting.comment (incident, at, by, text) values (?, ?, 'a', 'b')")
                .param(id)
                .param(Timestamp.from(now))
                .update();
        return id;
    }

    private void failure(long incident, String key, @Nullable Instant until) {
        jdbc.sql(
                        """
                        insert into alerting.failure
                          (incident, key, name, asset, environment, state, output, since, until)
                        values (?, ?, 'works', 'device:x', 'unassigned', 'CRITICAL', '', ?, ?)
                        """)
                .param(incident)
                .param(key)
                .param(Timestamp.from(now.minus(Duration.ofDays(1_000))))
                .param(until == null ? null : Timestamp.from(until))
                .update();
    }

    private void delivery(long incident, String state) {
        long notice =
                jdbc.sql(
                                """
                                insert into alerting.notice
                                  (incident, kind, ordinal, severity, reason, message, made_at)
                                values (?, 'OPENED', 0, 'CRITICAL', '', '{}', ?)
                                returning id
                                """)
                        .param(incident)
                        .param(Timestamp.from(longAgo))
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into alerting.delivery
                          (id, notice, incident, environment, team, channel, address, state,
                           made_at, due_at, until_at)
                        values (?, ?, ?, 'retention-short', 'nobody', 'EMAIL', 'a@example.com', ?,
                                ?, 'infinity', 'infinity')
                        """)
                .param(UUID.randomUUID())
                .param(notice)
                .param(incident)
                .param(state)
                .param(Timestamp.from(longAgo))
                .update();
    }

    private boolean isKept(long incident) {
        return count("incident", "id", incident) > 0;
    }

    private int count(String table, String column, Object value) {
        return jdbc.sql("select count(*) from alerting.%s where %s = ?".formatted(table, column))
                .param(value)
                .query(Integer.class)
                .single();
    }

    private void run() {
        RetentionProperties.Kept little = new RetentionProperties.Kept(Duration.ofDays(5));
        RetentionProperties properties =
                new RetentionProperties(Duration.ofDays(400), Map.of("retention-short", little));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new IncidentRetention(removal, properties, silences, monitors, clock).run();
    }

    @Test
    void forgetsIncidentsWithAllThatWasSaidAndToldOfThem() {
        long old = over("device:retention-old", longAgo);
        delivery(old, "DELIVERED");
        long failed = over("device:retention-failed", longAgo);
        delivery(failed, "FAILED");
        long young = over("device:retention-young", now.minus(Duration.ofDays(4)));
        long elsewhere = incident("retention-long", "device:r-long", longAgo, null, null, true);

        run();

        assertThat(isKept(old)).isFalse();
        assertThat(isKept(failed)).isFalse();
        assertThat(TABLES).allSatisfy(one -> assertThat(count(one, "incident", old)).isZero());
        assertThat(isKept(young)).isTrue();
        assertThat(count("comment", "incident", young)).isOne();
        assertThat(isKept(elsewhere)).isTrue();
    }

    /** In one transaction, for the server would tell of them meanwhile. */
    @Test
    void keepsWhatIsOpenOrNotYetTold() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(all -> {
                    long open =
                            incident("retention-short", "device:r-open", null, null, null, false);
                    long untold =
                            incident("retention-short", "device:r-new", longAgo, null, null, false);
                    long waiting = over("device:retention-waiting", longAgo);
                    delivery(waiting, "WAITING");

                    run();

                    assertThat(List.of(open, untold, waiting)).allMatch(this::isKept);
                    assertThat(count("notice", "incident", waiting)).isOne();
                    all.setRollbackOnly();
                });
    }

    @Test
    void keepsWhatAnotherNamesForAsLongAsThatIsKept() {
        long cause = over("device:retention-cause", longAgo);
        long first = over("device:retention-first", longAgo);
        merge(first, cause);
        long other = over("device:retention-other", longAgo);
        long last = incident("retention-long", "device:r-merged", longAgo, null, other, true);

        run();

        assertThat(isKept(first)).isFalse();
        assertThat(isKept(cause)).isFalse();
        assertThat(isKept(last)).isTrue();
        assertThat(isKept(other)).isTrue();
    }

    private void merge(long one, long into) {
        jdbc.sql("update alerting.incident set merged_into = ? where id = ?")
                .param(into)
                .param(one)
                .update();
    }

    @Test
    void keepsWhatAPersonSaidOfSomethingThatStillFails() {
        told.add("device:retention-fan");
        told.tell("device:retention-fan", MonitorState.CRITICAL);
        String key = "monitor:" + told.id("device:retention-fan");
        long said =
                incident("retention-short", "device:r-said", longAgo, "person:anna", null, true);
        failure(said, key, longAgo);

        run();
        assertThat(isKept(said)).isTrue();

        told.tell("device:retention-fan", MonitorState.OK);
        run();
        assertThat(isKept(said)).isFalse();
    }

    @Test
    void takesAnyNumberInBatches() {
        jdbc.sql(
                        """
                        insert into alerting.incident
                          (id, cause, title, environment, state, severity, opened_at, resolved_at,
                           settled)
                        select nextval('alerting.incident_id'), 'device:retention-many', '',
                               'retention-short', 'RESOLVED', 'WARNING', ?, ?, true
                        from generate_series(1, 250)
                        """)
                .param(Timestamp.from(longAgo))
                .param(Timestamp.from(longAgo))
                .update();

        assertThat(removal.forget("retention-short", longAgo.plusSeconds(1), List.of(), 100))
                .isEqualTo(100);
        run();

        assertThat(count("incident", "cause", "device:retention-many")).isZero();
    }

    @Test
    void forgetsSilencesAndAttemptsThatAreLongPast() {
        silence("device:retention-past", now.minus(Duration.ofDays(401)));
        silence("device:retention-recent", now.minus(Duration.ofDays(399)));
        address("past@example.com", now.minus(Duration.ofDays(401)));
        address("recent@example.com", now.minus(Duration.ofDays(399)));

        run();

        assertThat(count("silence", "asset", "device:retention-past")).isZero();
        assertThat(count("silence", "asset", "device:retention-recent")).isOne();
        assertThat(count("address", "address", "past@example.com")).isZero();
        assertThat(count("address", "address", "recent@example.com")).isOne();
    }

    private void silence(String asset, Instant ends) {
        jdbc.sql(
                        """
                        insert into alerting.silence
                          (asset, environment, begins_at, ends_at, reason, made_at, made_by)
                        values (?, 'unassigned', ?, ?, 'fans', ?, 'person:anna')
                        """)
                .param(asset)
                .param(Timestamp.from(ends.minusSeconds(60)))
                .param(Timestamp.from(ends))
                .param(Timestamp.from(ends))
                .update();
    }

    private void address(String address, Instant tried) {
        jdbc.sql(
                        """
                        insert into alerting.address (channel, address, tried_at, delivered, said)
                        values ('EMAIL', ?, ?, true, 'It arrived.')
                        """)
                .param(address)
                .param(Timestamp.from(tried))
                .update();
    }

    @Test
    void refusesToForgetAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionProperties(Duration.ofHours(23), Map.of()))
                .withMessageContaining("PT23H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionProperties.Kept(Duration.ZERO));
    }
}
