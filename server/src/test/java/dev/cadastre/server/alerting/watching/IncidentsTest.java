package dev.cadastre.server.alerting.watching;

import static dev.cadastre.server.monitoring.MonitorState.CRITICAL;
import static dev.cadastre.server.monitoring.MonitorState.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.alerting.incident.Change;
import dev.cadastre.server.alerting.keeping.HeardTable;
import dev.cadastre.server.alerting.keeping.IncidentTable;
import dev.cadastre.server.monitoring.state.Reachability;
import dev.cadastre.server.monitoring.state.Standing;
import dev.cadastre.server.monitoring.state.StateChange;
import dev.cadastre.server.monitoring.state.StatesChanged;
import dev.cadastre.server.monitoring.watching.ToldMonitors;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class IncidentsTest {

    @Autowired private Access access;
    @Autowired private ToldMonitors told;
    @Autowired private Follower follower;
    @Autowired private Reconciliation reconciliation;
    @Autowired private Incidents incidents;
    @Autowired private Stories stories;
    @Autowired private HeardTable heard;
    @Autowired private IncidentTable table;
    @Autowired private Timeline timeline;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private List<Incident> of(String asset) {
        follower.catchUp();
        return incidents.find(new IncidentQuery(Set.of(), null, asset, null, 100), Reach.ALL);
    }

    private List<String> kinds(String asset) {
        return timeline.find(new TimelineQuery(null, asset, null, null, 100)).stream()
                .map(TimelineEvent::kind)
                .filter(kind -> kind.startsWith("incident."))
                .toList();
    }

    private void failing(String asset) {
        told.add(asset);
        told.tell(asset, OK);
        told.tell(asset, CRITICAL);
    }

    @Test
    void opensAndIsOverWithWhatIsBroken() {
        failing("device:inc-fan");

        Incident open = of("device:inc-fan").getFirst();
        assertThat(open.state()).isEqualTo(IncidentState.OPEN);
        assertThat(open.severity()).isEqualTo(CRITICAL);
        assertThat(open.title()).isEqualTo("works on inc-fan is CRITICAL");
        assertThat(open.failures()).isOne();
        assertThat(incidents.unsettled()).contains(open);

        told.tell("device:inc-fan", OK);
        Incident over = of("device:inc-fan").getFirst();
        assertThat(over.state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(over.resolvedBy()).isNull();
        assertThat(incidents.unsettled()).contains(over);
        incidents.settle(over.id());
        assertThat(incidents.unsettled()).doesNotContain(over);
        assertThat(kinds("device:inc-fan")).containsExactly("incident.resolved", "incident.opened");
        Failure failure = incidents.story(over.id()).failures().getFirst();
        assertThat(failure.ended()).isEqualTo("It works again");
    }

    @Test
    void isOneIncidentOfWhatIsAtTheBottom() {
        told.add("device:inc-db");
        told.add("device:inc-app");
        told.needs("device:inc-app", "device:inc-db");
        told.tell("device:inc-db", OK);
        told.tell("device:inc-app", OK);
        told.tell("device:inc-app", CRITICAL);
        Incident alone = of("device:inc-app").getFirst();
        assertThat(alone.state()).isEqualTo(IncidentState.OPEN);

        told.tell("device:inc-db", CRITICAL);
        told.reach();
        Incident cause = of("device:inc-db").getFirst();
        Incident merged = of("device:inc-app").getFirst();

        assertThat(merged.state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(merged.mergedInto()).isEqualTo(cause.id());
        assertThat(cause.unreachable()).isOne();
        assertThat(incidents.story(cause.id()).affected().assets()).isOne();
        assertThat(kinds("device:inc-app")).containsExactly("incident.merged", "incident.opened");
        stories.count();

        told.tell("device:inc-db", OK);
        told.reach();
        told.tell("device:inc-app", OK);
        assertThat(of("device:inc-db").getFirst().state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(of("device:inc-db").getFirst().unreachable()).isOne();
        assertThat(of("device:inc-app")).hasSize(1);
    }

    @Test
    void losesNothingWhereverItIsKilled() {
        failing("device:inc-kill");
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Change change =
                Change.of(
                        new Change.Subject(
                                told.id("device:inc-kill"),
                                "works",
                                "device:inc-kill",
                                "unassigned"),
                        told.standing("device:inc-kill"),
                        "",
                        clock.instant());
        for (int step = 0; step < 3; step++) {
            int until = step;
            transaction.executeWithoutResult(status -> {
                table.takeTurn();
                List<HeardTable.Heard> some = heard.first(10);
                if (until > 0) {
                    follower.apply(List.of(change));
                }
                if (until > 1) {
                    heard.remove(some);
                }
                status.setRollbackOnly();
            });
        }

        assertThat(of("device:inc-kill")).hasSize(1);
        assertThat(kinds("device:inc-kill")).containsExactly("incident.opened");
        follower.catchUp();
        assertThat(kinds("device:inc-kill")).containsExactly("incident.opened");
    }

    @Test
    void hearsNothingOfWhatWasNotCommitted() {
        Instant now = clock.instant();
        StateChange change =
                new StateChange(
                        9_000_001,
                        "works",
                        "device:inc-never",
                        "unassigned",
                        Standing.pending(now),
                        hard(now),
                        "",
                        now);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    events.publishEvent(new StatesChanged(List.of(change)));
                    status.setRollbackOnly();
                });

        assertThat(of("device:inc-never")).isEmpty();
    }

    private static Standing hard(Instant now) {
        Standing pending = Standing.pending(now);
        return new Standing(
                CRITICAL,
                now,
                0,
                CRITICAL,
                now,
                pending.flapping(),
                Reachability.REACHABLE,
                false,
                "The last result told of it");
    }

    @Test
    void takesTwoThousandAtOnce() {
        Instant now = clock.instant();
        List<StateChange> changes = new ArrayList<>();
        List<StateChange> because = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            StateChange fails = change(9_100_000 + i, "device:inc-many-" + i, now);
            changes.add(fails);
            because.add(
                    new StateChange(
                            fails.monitor(),
                            fails.name(),
                            fails.asset(),
                            fails.environment(),
                            fails.after(),
                            unreachable(now, "device:inc-bottom"),
                            "",
                            now));
        }
        because.addFirst(change(9_200_000, "device:inc-bottom", now));
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(_ -> events.publishEvent(new StatesChanged(changes)));
        follower.catchUp();
        transaction.executeWithoutResult(_ -> events.publishEvent(new StatesChanged(because)));

        Incident cause = of("device:inc-bottom").getFirst();
        assertThat(
                        jdbc.sql("select count(*) from alerting.incident where merged_into = ?")
                                .param(cause.id())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2_000);
        assertThat(of("device:inc-many-77").getFirst().mergedInto()).isEqualTo(cause.id());
        // There are no such monitors, which is found out later, and ends it.
        reconciliation.look();
        reconciliation.look();
        assertThat(of("device:inc-bottom").getFirst().state()).isEqualTo(IncidentState.RESOLVED);
    }

    private static StateChange change(long monitor, String asset, Instant now) {
        return new StateChange(
                monitor,
                "works",
                asset,
                "unassigned",
                Standing.pending(now),
                hard(now),
                "It does not \0 answer",
                now);
    }

    private static Standing unreachable(Instant now, String because) {
        Standing hard = hard(now);
        return new Standing(
                hard.state(),
                now,
                0,
                hard.hard(),
                now,
                hard.flapping(),
                Reachability.unreachable(because),
                false,
                because + ", which it needs, is down");
    }

    @Test
    void findsOutWhatItWasNeverTold() {
        failing("device:inc-untold");
        follower.catchUp();
        jdbc.sql("delete from alerting.failure where asset = 'device:inc-untold'").update();
        jdbc.sql("delete from alerting.incident where cause = 'device:inc-untold'").update();

        reconciliation.look();
        reconciliation.look();

        assertThat(of("device:inc-untold").getFirst().state()).isEqualTo(IncidentState.OPEN);
    }

    @Test
    void isOverWhenItIsNoLongerMonitored() {
        failing("device:inc-gone");
        assertThat(of("device:inc-gone").getFirst().state()).isEqualTo(IncidentState.OPEN);

        told.remove("device:inc-gone");

        Incident over = of("device:inc-gone").getFirst();
        assertThat(over.state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(incidents.story(over.id()).failures().getFirst().ended())
                .isEqualTo("It is no longer monitored");
    }

    @Test
    void isLookedAfterAndDeclaredToBeOver() {
        failing("device:inc-person");
        long id = of("device:inc-person").getFirst().id();

        Incident acknowledged = access.asSystem(() -> incidents.acknowledge(id, Reach.ALL));
        access.asSystem(() -> incidents.comment(id, " on it\nnow ", Reach.ALL));
        assertThat(acknowledged.state()).isEqualTo(IncidentState.ACKNOWLEDGED);
        assertThat(acknowledged.acknowledgedBy()).isEqualTo("system");
        Incident over = access.asSystem(() -> incidents.resolve(id, Reach.ALL));
        assertThat(over.state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(over.resolvedBy()).isEqualTo("system");

        // It is not opened again because it still fails, but because it fails again.
        reconciliation.look();
        reconciliation.look();
        assertThat(of("device:inc-person")).hasSize(1);
        told.tell("device:inc-person", OK);
        told.tell("device:inc-person", CRITICAL);
        assertThat(of("device:inc-person")).hasSize(2);
        IncidentStory story = incidents.story(id);
        assertThat(story.comments().getFirst().text()).isEqualTo("on it\nnow");
        assertThat(story.failures().getFirst().ended()).contains("said that it is over");
        assertThat(kinds("device:inc-person"))
                .containsExactly(
                        "incident.opened",
                        "incident.resolved",
                        "incident.commented",
                        "incident.acknowledged",
                        "incident.opened");
        AlertingRefused refused =
                catchThrowableOfType(
                        AlertingRefused.class,
                        () -> access.asSystem(() -> incidents.acknowledge(id, Reach.ALL)));
        assertThat(refused.problems())
                .extracting(AlertingProblem::code)
                .containsExactly("incident.over");
    }

    @Test
    void isNotShownToThoseWhoMayNotSeeIt() {
        failing("device:inc-hidden");
        long id = of("device:inc-hidden").getFirst().id();
        Reach elsewhere = new Reach(Set.of("inc-elsewhere"));

        assertThat(incidents.find(id, elsewhere)).isEmpty();
        assertThat(incidents.story(id, elsewhere)).isEmpty();
        assertThat(
                        incidents.find(
                                new IncidentQuery(
                                        Set.of(IncidentState.OPEN),
                                        null,
                                        "device:inc-hidden",
                                        null,
                                        10),
                                elsewhere))
                .isEmpty();
    }
}
