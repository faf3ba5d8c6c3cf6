package dev.cadastre.server.alerting.watching;

import static dev.cadastre.server.monitoring.MonitorState.CRITICAL;
import static dev.cadastre.server.monitoring.MonitorState.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.EarlierChange;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.monitoring.watching.ToldMonitors;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told of an incident. */
@ServerTest
class StoriesTest {

    @Autowired private ToldMonitors told;
    @Autowired private Follower follower;
    @Autowired private Incidents incidents;
    @Autowired private Stories stories;
    @Autowired private Timeline timeline;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private JdbcClient jdbc;

    private List<Incident> of(String asset) {
        follower.catchUp();
        return incidents.find(new IncidentQuery(Set.of(), null, asset, null, 100), Reach.ALL);
    }

    private void failing(String asset) {
        told.add(asset);
        told.tell(asset, OK);
        told.tell(asset, CRITICAL);
    }

    @Test
    void tellsWhatChangedBeforeIt() {
        told.add("device:inc-cause");
        told.add("device:inc-below");
        told.needs("device:inc-cause", "device:inc-below");
        told.tell("device:inc-cause", OK);
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ ->
                        timeline.append(
                                new NewEvent(
                                        "device:inc-below",
                                        "unassigned",
                                        "packages.changed",
                                        "1 package changed: libssl3 3.0.1 → 3.0.2",
                                        "{}",
                                        "system")));
        told.tell("device:inc-cause", CRITICAL);

        EarlierChange change =
                incidents.story(of("device:inc-cause").getFirst().id()).before().stream()
                        .filter(one -> one.kind().equals("packages.changed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(change.summary()).contains("libssl3");
        assertThat(change.path()).containsExactly("device:inc-cause", "device:inc-below");
        assertThat(change.noticedAfter()).isFalse();
    }

    @Test
    void keepsWhatWasKnownOfWhatIsLongOver() {
        failing("device:inc-old");
        told.tell("device:inc-old", OK);
        long id = of("device:inc-old").getFirst().id();
        jdbc.sql(
                        "update alerting.incident set resolved_at = resolved_at - interval '2 hours'"
                                + " where id = ?")
                .param(id)
                .update();
        IncidentStory fresh = incidents.story(id);

        stories.keep();

        assertThat(
                        jdbc.sql("select kept is not null from alerting.incident where id = ?")
                                .param(id)
                                .query(Boolean.class)
                                .single())
                .isTrue();
        assertThat(incidents.story(id)).isEqualTo(fresh);
    }
}
