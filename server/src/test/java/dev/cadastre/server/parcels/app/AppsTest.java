package dev.cadastre.server.parcels.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.parcels.repository.SampleParcel;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Apps as they are kept; what runs do is told here as if there were some. */
@ServerTest
class AppsTest {

    @Autowired private Apps apps;
    @Autowired private Parcels parcels;
    @Autowired private Estate estate;
    @Autowired private Access access;
    @Autowired private Timeline timeline;
    @Autowired private JdbcClient jdbc;

    private AppName shop(String environment) throws Exception {
        for (String host : List.of("1", "2")) {
            access.asSystem(() ->
                    estate.addHost(
                            new NewHost(
                                    environment + host,
                                    environment,
                                    List.of(),
                                    Map.of("address", "192.0.2." + host))));
        }
        for (String version : List.of("1.0.0", "1.1.0")) {
            SampleParcel parcel =
                    SampleParcel.of(environment, version)
                            .with(
                                    "parameters.schema.json",
                                    """
                                    {"properties": {
                                      "title": {"type": "string", "default": "Shop"},
                                      "word": {"type": "string", "secret": true,
                                        "from": "generate:password"}}}
                                    """)
                            .with("changes/remove.change", "[change]\nname = remove\n")
                            .with("changes/purge.change", "[change]\nname = purge\n");
            access.<Object, Exception>asSystem(
                    () -> parcels.take(new ByteArrayInputStream(parcel.archive())));
        }
        return new AppName("shop", environment);
    }

    private Proposal propose(
            AppName app, AppVerb verb, String version, Map<String, String> values) {
        return propose(app, verb, version, values, false);
    }

    private Proposal propose(
            AppName app, AppVerb verb, String version, Map<String, String> values, boolean purge) {
        String environment = app.environment();
        return access.asSystem(() ->
                apps.propose(
                        new AppOrder(
                                app,
                                verb,
                                version.isEmpty() ? null : environment + ":" + version,
                                verb == AppVerb.DEPLOY ? List.of(environment + "1") : List.of(),
                                null,
                                values,
                                Set.of(),
                                Map.of(),
                                purge)));
    }

    private AppRevision done(Proposal proposal) {
        return ended(proposal, Ending.DONE);
    }

    private AppRevision ended(Proposal proposal, Ending ending) {
        for (AppTask task : proposal.revision().tasks()) {
            apps.began(task.id());
            apps.ended(task.id(), ending, "because");
        }
        return apps.revision(proposal.revision().id());
    }

    private void undo(AppRevision revision) {
        revision.tasks().reversed().forEach(task -> apps.ended(task.id(), Ending.UNDONE, ""));
    }

    private List<String> states(AppName app) {
        return apps.revisions(app, Integer.MAX_VALUE, 100, Reach.ALL).reversed().stream()
                .map(one -> one.state().name())
                .toList();
    }

    private int number(AppName app) {
        return apps.current(app, Reach.ALL).map(AppRevision::number).orElse(0);
    }

    private String word(AppRevision revision) {
        return apps.valuesOf(revision.id()).byHost().values().stream()
                .map(values -> values.getOrDefault("word", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isThereOnceAllIsDone() throws Exception {
        AppName app = shop("keep-a");
        Proposal first = propose(app, AppVerb.DEPLOY, "1.0.0", Map.of());
        assertThat(number(app)).isZero();
        assertThat(apps.lastBegun(AppQuery.of("keep-a"), Reach.ALL)).isEmpty();

        AppRevision there = done(first);
        AppRevision upgraded = done(propose(app, AppVerb.UPGRADE, "", Map.of()));

        assertThat(there.state()).isEqualTo(AppState.CURRENT);
        assertThat(upgraded.parcel().version()).isEqualTo("1.1.0");
        assertThat(states(app)).containsExactly("REPLACED", "CURRENT");
        assertThat(word(upgraded)).isEqualTo(word(there)).hasSize(32);
        assertThat(apps.current(app, new Reach(Set.of("prod")))).isEmpty();
        assertThat(apps.revisions(app, 2, 100, Reach.ALL))
                .extracting(AppRevision::number)
                .containsExactly(1);
    }

    @Test
    void isToldToTheTimelineWithoutSecrets() throws Exception {
        AppName app = shop("keep-b");
        AppRevision there = done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));

        List<TimelineEvent> events =
                timeline.find(new TimelineQuery(null, app.asset().toString(), null, null, 100));

        assertThat(events).extracting(TimelineEvent::kind).containsOnly("app").hasSize(2);
        assertThat(events.toString())
                .contains("keep-b 1.0.0 on keep-b1")
                .doesNotContain(word(there));
    }

    @Test
    void tellsTheSameEndingOnce() throws Exception {
        AppName app = shop("keep-c");
        AppRevision first = done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));
        AppRevision second = done(propose(app, AppVerb.UPGRADE, "1.1.0", Map.of()));

        first.tasks().forEach(task -> apps.ended(task.id(), Ending.DONE, ""));
        second.tasks().forEach(task -> apps.ended(task.id(), Ending.DONE, ""));
        undo(second);
        undo(second);

        assertThat(states(app)).containsExactly("CURRENT", "UNDONE");
    }

    @Test
    void isNotThereAgainWhenWhatCameAfterItsRemovalIsUndone() throws Exception {
        AppName app = shop("keep-d");
        done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));
        done(propose(app, AppVerb.REMOVE, "", Map.of()));
        undo(done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of())));

        assertThat(states(app)).containsExactly("REPLACED", "REMOVED", "UNDONE");
        assertThat(number(app)).isZero();
    }

    @Test
    void isThereAgainWhenItsRemovalIsUndone() throws Exception {
        AppName app = shop("keep-e");
        done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));
        undo(done(propose(app, AppVerb.REMOVE, "", Map.of())));

        assertThat(states(app)).containsExactly("CURRENT", "UNDONE");
    }

    @Test
    void knowsTheSecretsOfDataThatMayStillBeThere() throws Exception {
        AppName app = shop("keep-f");
        AppRevision failed =
                ended(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of("title", "x")), Ending.FAILED);
        AppRevision there = done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));
        done(propose(app, AppVerb.REMOVE, "", Map.of()));
        AppRevision again = done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));
        done(propose(app, AppVerb.REMOVE, "", Map.of(), true));
        AppRevision anew = done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));

        assertThat(failed.problem()).isEqualTo("because");
        assertThat(List.of(word(there), word(again))).containsOnly(word(failed));
        assertThat(word(anew)).isNotEqualTo(word(failed));
        assertThat(there.on("keep-f1"))
                .extracting(ShownValue::name, ShownValue::value)
                .contains(tuple("title", "Shop"));
    }

    @Test
    void mendsWhatAFailureLeftEvenIfNoValueDiffers() throws Exception {
        AppName app = shop("keep-g");
        done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));
        assertThat(propose(app, AppVerb.CONFIGURE, "", Map.of()).revision().tasks()).isEmpty();
        ended(propose(app, AppVerb.UPGRADE, "1.1.0", Map.of()), Ending.FAILED);

        Proposal back = propose(app, AppVerb.CONFIGURE, "", Map.of());

        assertThat(back.revision().tasks()).extracting(AppTask::step).containsExactly(Step.UPGRADE);
        done(back);
        assertThat(states(app)).containsExactly("REPLACED", "PLANNED", "FAILED", "CURRENT");
    }

    @Test
    void doesNotBeginWhatWasPlannedAnewOrWhileAnotherIsUnderWay() throws Exception {
        AppName app = shop("keep-h");
        Proposal old = propose(app, AppVerb.DEPLOY, "1.0.0", Map.of());
        Proposal next = propose(app, AppVerb.DEPLOY, "1.0.0", Map.of("title", "2"));

        assertThat(refusal(old)).containsExactly("app.plan-outdated");
        apps.began(next.revision().tasks().getFirst().id());
        Proposal last = propose(app, AppVerb.DEPLOY, "1.0.0", Map.of("title", "3"));
        assertThat(refusal(last)).containsExactly("app.busy");
    }

    @Test
    void doesNotBeginWhatWasPlannedBeforeTheLastOneEnded() throws Exception {
        AppName app = shop("keep-k");
        Proposal first = propose(app, AppVerb.DEPLOY, "1.0.0", Map.of());
        long task = first.revision().tasks().getFirst().id();
        apps.began(task);
        Proposal meanwhile = propose(app, AppVerb.DEPLOY, "1.0.0", Map.of("title", "2"));
        apps.ended(task, Ending.FAILED, "because");

        assertThat(refusal(meanwhile)).containsExactly("app.plan-outdated");
    }

    @Test
    void forgetsWhatNobodyBegan() throws Exception {
        AppName app = shop("keep-l");
        done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of()));
        Proposal planned = propose(app, AppVerb.DEPLOY, "1.0.0", Map.of("title", "2"));
        Instant made = planned.revision().madeAt();

        apps.forgetPlanned(made);
        assertThat(states(app)).containsExactly("CURRENT", "PLANNED");

        apps.forgetPlanned(made.plusMillis(1));
        assertThat(states(app)).containsExactly("CURRENT");
        assertThat(refusal(planned)).containsExactly("app.plan-outdated");
    }

    @Test
    void keepsWhatWasGivenWhenItIsDeployedAgain() throws Exception {
        AppName app = shop("keep-p");
        done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of("title", "Given")));

        AppRevision again = done(propose(app, AppVerb.DEPLOY, "1.1.0", Map.of()));

        assertThat(again.on("keep-p1"))
                .extracting(ShownValue::name, ShownValue::value, ShownValue::layer)
                .contains(tuple("title", "Given", "command line"));
    }

    @Test
    void areFoundBySome() throws Exception {
        List<AppName> all = List.of(shop("keep-m"), shop("keep-n"), shop("keep-o"));
        all.forEach(app -> done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of())));
        done(propose(all.get(1), AppVerb.REMOVE, "", Map.of()));

        assertThat(apps.lastBegun(new AppQuery(null, null, all.get(0), 1), Reach.ALL))
                .extracting(AppRevision::app)
                .containsExactly(all.get(2));
        assertThat(apps.lastBegun(new AppQuery(null, "keep-m", null, 5), Reach.ALL))
                .extracting(AppRevision::app)
                .containsExactly(all.get(0));
        assertThat(apps.lastBegun(AppQuery.of("keep-n"), Reach.ALL)).isEmpty();
    }

    private List<String> refusal(Proposal proposal) {
        long task = proposal.revision().tasks().getFirst().id();
        return catchThrowableOfType(ParcelRefused.class, () -> apps.began(task)).problems().stream()
                .map(ParcelProblem::code)
                .toList();
    }

    @Test
    void numbersWhatManyOrderAtOnce() throws Exception {
        AppName app = shop("keep-i");
        List<Callable<Proposal>> orders =
                IntStream.range(0, 6)
                        .<Callable<Proposal>>mapToObj(i ->
                                () ->
                                        propose(
                                                app,
                                                AppVerb.DEPLOY,
                                                "1.0.0",
                                                Map.of("title", "" + i)))
                        .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (var order : threads.invokeAll(orders)) {
                order.get();
            }
        }

        assertThat(apps.revisions(app, Integer.MAX_VALUE, 100, Reach.ALL))
                .extracting(AppRevision::number)
                .containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void opensNoRevisionThatSomebodyMovedInTheDatabase() throws Exception {
        AppName app = shop("keep-j");
        AppRevision first =
                done(propose(app, AppVerb.DEPLOY, "1.0.0", Map.of("word", "hunter-22")));
        AppRevision second = done(propose(app, AppVerb.UPGRADE, "1.1.0", Map.of()));
        jdbc.sql(
                        """
                        update parcels.app_revision set sealed =
                          (select sealed from parcels.app_revision where id = ?) where id = ?
                        """)
                .params(first.id(), second.id())
                .update();

        assertThat(catchThrowableOfType(RuntimeException.class, () -> apps.valuesOf(second.id())))
                .hasMessageContaining("cannot be opened");
        assertThat(word(first)).isEqualTo("hunter-22");
    }
}
