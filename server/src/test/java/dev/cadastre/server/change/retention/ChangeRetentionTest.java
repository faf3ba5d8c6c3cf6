package dev.cadastre.server.change.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.RunLookup;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.parcels.app.Apps;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What is old is made so in the tables, in which other tests have what is new. */
@ServerTest
class ChangeRetentionTest {

    private static final String SHOP =
            """
            [change]
            name = shop
            [step motd]
            op = test.put
            key = motd
            value = 1
            # %s
            """;

    private static final DataSize MUCH = DataSize.ofTerabytes(1);

    @Autowired private ChangeRemoval removal;
    @Autowired private RunsByTest byTest;
    @Autowired private RunLookup lookup;
    @Autowired private Apps apps;
    @Autowired private JdbcClient jdbc;

    private final Instant now = Instant.now();

    private void forget(Duration plans, DataSize archives, Duration output) {
        new ChangeRetention(
                        removal,
                        apps,
                        new ChangeRetentionProperties(plans, archives, output),
                        Clock.fixed(now, ZoneOffset.UTC))
                .run();
    }

    private ChangePlan plan(String host) {
        return byTest.plan(SHOP.formatted(host), RunSettings.USUAL, host);
    }

    private void age(ChangePlan plan, Duration age) {
        Timestamp then = Timestamp.from(now.minus(age));
        jdbc.sql("update change.plan set made_at = ? where id = ?")
                .params(then, plan.id())
                .update();
        jdbc.sql("update change.archive set sent_at = ? where digest = ?")
                .params(then, plan.archive())
                .update();
    }

    private boolean isPlan(ChangePlan plan) {
        return count("plan where id = '" + plan.id() + "'") == 1;
    }

    private boolean isArchive(ChangePlan plan) {
        int parts = count("archive_part where digest = '" + plan.archive() + "'");
        boolean is = count("archive where digest = '" + plan.archive() + "'") == 1;
        assertThat(parts > 0).isEqualTo(is);
        return is;
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from change." + what).query(Integer.class).single();
    }

    @Test
    void forgetsRevisionsOfAppsThatNobodyBegan() {
        jdbc.sql("insert into parcels.app (name, environment) values ('shop', 'cret-app')")
                .update();
        revision(1, "FAILED", Duration.ofDays(1000));
        revision(2, "PLANNED", Duration.ofDays(8));
        revision(3, "PLANNED", Duration.ofDays(6));

        forget(Duration.ofDays(7), MUCH, Duration.ofDays(400));

        assertThat(
                        jdbc.sql(
                                        """
                                        select number from parcels.app_revision r
                                          join parcels.app a on a.id = r.app
                                        where a.environment = 'cret-app' order by number
                                        """)
                                .query(Integer.class)
                                .list())
                .containsExactly(1, 3);
        jdbc.sql("delete from parcels.app_revision where digest = 'cret'").update();
    }

    private void revision(int number, String state, Duration age) {
        jdbc.sql(
                        """
                        insert into parcels.app_revision
                          (app, number, verb, parcel, version, digest, state, problem, content,
                           sealed, made_by, made_at)
                        select id, ?, 'DEPLOY', 'shop', '1', 'cret', ?, '', '{}', '', 'anna', ?
                        from parcels.app where environment = 'cret-app'
                        """)
                .params(number, state, Timestamp.from(now.minus(age)))
                .update();
    }

    @Test
    void forgetsPlansThatNobodyStartedAndTheirArchives() {
        byTest.declare("cret-a", "cret-a1", "cret-a2", "cret-a3");
        ChangePlan old = plan("cret-a1");
        age(old, Duration.ofDays(8));
        ChangePlan young = plan("cret-a2");
        age(young, Duration.ofDays(6));
        ChangePlan again = plan("cret-a2");
        ChangeRun run =
                byTest.rested(
                        byTest.start(SHOP.formatted("cret-a3"), RunSettings.USUAL, "cret-a3").id());
        jdbc.sql("update change.plan set made_at = ? where id = ?")
                .params(Timestamp.from(now.minus(Duration.ofDays(1000))), run.plan())
                .update();
        jdbc.sql("update change.archive set sent_at = ? where digest = ?")
                .params(Timestamp.from(now.minus(Duration.ofDays(1000))), run.archive())
                .update();

        forget(Duration.ofDays(7), MUCH, Duration.ofDays(400));

        assertThat(isPlan(old)).isFalse();
        assertThat(isArchive(old)).isFalse();
        assertThat(isPlan(young)).isTrue();
        assertThat(isPlan(again)).isTrue();
        assertThat(isArchive(young)).isTrue();
        assertThat(count("plan where id = '" + run.plan() + "'")).isOne();
        assertThat(count("archive where digest = '" + run.archive() + "'")).isOne();
        assertThat(lookup.story(run.id(), Reach.ALL)).isPresent();
    }

    @Test
    void forgetsTheOldestArchivesOfNoRunWhereThereIsNoRoom() {
        byTest.declare("cret-b", "cret-b1", "cret-b2");
        ChangePlan old = plan("cret-b1");
        age(old, Duration.ofHours(30));
        ChangePlan fresh = plan("cret-b2");
        long all = removal.archiveBytes();

        forget(Duration.ofDays(7), DataSize.ofBytes(all - 1), Duration.ofDays(400));
        assertThat(isArchive(old)).isFalse();
        assertThat(isPlan(old)).isFalse();

        forget(Duration.ofDays(7), DataSize.ofBytes(1), Duration.ofDays(400));
        assertThat(isArchive(fresh)).isTrue();
        assertThat(isPlan(fresh)).isTrue();
    }

    @Test
    void forgetsWhatJobsOfOldRunsPrinted() {
        byTest.declare("cret-c", "cret-c1", "cret-c2");
        ChangeRun old =
                byTest.rested(
                        byTest.start(SHOP.formatted("cret-c1"), RunSettings.USUAL, "cret-c1").id());
        ChangeRun young =
                byTest.rested(
                        byTest.start(SHOP.formatted("cret-c2"), RunSettings.USUAL, "cret-c2").id());
        jdbc.sql("update change.run set ended_at = ? where id = ?")
                .params(Timestamp.from(now.minus(Duration.ofDays(11))), old.id())
                .update();
        assertThat(output(old, "cret-c1")).contains("doing put");

        forget(Duration.ofDays(7), MUCH, Duration.ofDays(10));

        assertThat(output(old, "cret-c1")).isEmpty();
        assertThat(output(young, "cret-c2")).contains("doing put");
        assertThat(lookup.story(old.id(), Reach.ALL).orElseThrow().view().status())
                .isEqualTo(old.status());
        assertThat(count("run where silent and id = " + old.id())).isOne();
        assertThat(count("run where silent and id = " + young.id())).isZero();
    }

    private String output(ChangeRun run, String host) {
        return lookup.output(run.id(), "motd", Place.host(host), false, Reach.ALL).text();
    }

    @Test
    void forgetsNothingAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ChangeRetentionProperties(
                                Duration.ofHours(23), MUCH, Duration.ofDays(2)))
                .withMessageContaining("keep-plans");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ChangeRetentionProperties(Duration.ofDays(2), MUCH, Duration.ZERO));
    }
}
