package dev.cadastre.server.change.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob.Effect;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Strategy;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs from their plan to their end, over the real database. */
@ServerTest
class RunsTest {

    private static final RunSettings USUAL = RunSettings.USUAL;

    @Autowired private RunsByTest byTest;
    @Autowired private FakeHosts hosts;
    @Autowired private Runs runs;
    @Autowired private RunLookup lookup;
    @Autowired private Access access;

    private ChangeRun ask(long id, RunRequest request) {
        return access.asSystem(() -> runs.request(id, request, Reach.ALL));
    }

    private static String code(ChangeRefused refused) {
        return refused.problems().stream().map(ChangeProblem::code).toList().getFirst();
    }

    private String refusal(long id, RunRequest request) {
        try {
            ask(id, request);
            return "";
        } catch (ChangeRefused e) {
            return code(e);
        }
    }

    @Test
    void plansAndDoesIt() {
        byTest.declare("run-a", "run-a1", "run-a2");
        hosts.host("run-a2").put("motd", "hello run-a2");

        ChangePlan plan = byTest.plan(RunsByTest.SHOP, USUAL, "run-a1", "run-a2");

        assertThat(plan.environments()).containsExactly("run-a");
        assertThat(plan.places())
                .extracting(place -> place.place().host())
                .containsExactly("run-a1", "run-a2");
        assertThat(plan.places().getFirst().jobs())
                .extracting(job -> job.effect())
                .containsExactly(Effect.ENGINE, Effect.CHANGES, Effect.CHANGES, Effect.ENGINE);
        assertThat(plan.places().getLast().jobs().get(1).effect()).isEqualTo(Effect.NOTHING);
        assertThat(hosts.host("run-a1").acts()).isEmpty();

        ChangeRun run =
                access.asSystem(() -> runs.start(plan.id(), "for a test", false, Reach.ALL));
        ChangeRun done = byTest.rested(run.id());

        assertThat(done.status()).isEqualTo(Status.OK);
        assertThat(done.phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(done.endedAt()).isNotNull();
        assertThat(done.why()).isEqualTo("for a test");
        assertThat(hosts.host("run-a1").acts())
                .containsExactly("put motd=hello run-a1", "put conf=2");
        assertThat(hosts.host("run-a2").acts()).containsExactly("put conf=2");
        assertThat(hosts.host("run-a1").isLocked()).isFalse();
        assertThat(lookup.entries(run.id(), 0, 1_000, Reach.ALL))
                .hasSize(done.revision())
                .first()
                .satisfies(line -> assertThat(line.line()).contains("\"kind\":\"begun\""));
        assertThatThrownBy(() -> access.asSystem(() -> runs.start(plan.id(), "", false, Reach.ALL)))
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(code(refused)).isEqualTo("run.plan-used"));
    }

    @Test
    void isCarriedOutOnceWhenTwoStartItAtOneTime() throws Exception {
        for (int round = 0; round < 5; round++) {
            String host = "run-y" + round;
            byTest.declare("run-y", host);
            ChangePlan plan = byTest.plan(RunsByTest.SHOP, USUAL, host);
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<String> starting =
                    () -> {
                        together.await();
                        return started(plan);
                    };

            List<String> outcomes = new ArrayList<>();
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<String> one : both.invokeAll(List.of(starting, starting))) {
                    outcomes.add(one.get());
                }
            }

            assertThat(outcomes).containsExactlyInAnyOrder("started", "run.plan-used");
            assertThat(hosts.host(host).acts())
                    .containsExactly("put motd=hello " + host, "put conf=2");
        }
    }

    /** Its run has come to its end, or why there is none. */
    private String started(ChangePlan plan) {
        try {
            ChangeRun run = access.asSystem(() -> runs.start(plan.id(), "", false, Reach.ALL));
            byTest.rested(run.id());
            return "started";
        } catch (ChangeRefused e) {
            return code(e);
        }
    }

    @Test
    void doesNothingIfThePlanDoesNotHoldAnyMore() {
        byTest.declare("run-c", "run-c1", "run-c2");
        ChangePlan plan = byTest.plan(RunsByTest.SHOP, USUAL, "run-c1", "run-c2");
        hosts.host("run-c2").put("conf", "1");

        ChangeRun run = access.asSystem(() -> runs.start(plan.id(), "", false, Reach.ALL));
        ChangeRun done = byTest.rested(run.id());

        assertThat(done.status()).isEqualTo(Status.FAILED);
        assertThat(done.reason()).contains("plan again");
        assertThat(hosts.host("run-c1").acts()).isEmpty();
        assertThat(hosts.host("run-c1").isLocked()).isFalse();
    }

    @Test
    void haltsResumesSkipsAndUndoes() {
        byTest.declare("run-d", "run-d1");
        FakeHost host = hosts.host("run-d1");
        host.put("motd", "old");
        host.failing("conf");
        ChangeRun run = byTest.start(RunsByTest.SHOP, USUAL, "run-d1");
        ChangeRun failed = byTest.rested(run.id());

        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(host.value("motd")).isEqualTo("hello run-d1");
        assertThat(host.isLocked()).isTrue();
        assertThat(refusal(run.id(), new RunRequest.Halt())).isEqualTo("run.at-rest");
        assertThat(refusal(run.id(), new RunRequest.Skip("none", Set.of())))
                .isEqualTo("run.no-such-job");

        ask(run.id(), new RunRequest.Retry());
        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.FAILED);
        ask(run.id(), new RunRequest.Skip("conf", Set.of()));
        ask(run.id(), new RunRequest.Resume(null));
        assertThat(byTest.rested(run.id()).phase()).isEqualTo(RunPhase.FINISHED);
        assertThat(host.isLocked()).isFalse();

        host.failing("");
        ask(run.id(), new RunRequest.Undo());
        ChangeRun undone = byTest.rested(run.id());
        assertThat(undone.undoing()).isTrue();
        assertThat(undone.status()).isEqualTo(Status.OK);
        assertThat(host.value("motd")).isEqualTo("old");
    }

    @Test
    void stopsWhatRuns() {
        byTest.declare("run-e", "run-e1");
        FakeHost host = hosts.host("run-e1");
        CountDownLatch gate = new CountDownLatch(1);
        host.gate(gate);
        ChangeRun run = byTest.start(RunsByTest.SHOP, USUAL, "run-e1");
        awaitRunning(run.id());

        assertThat(refusal(run.id(), new RunRequest.Resume(null))).isEqualTo("run.going-on");
        ask(run.id(), new RunRequest.Stop());
        ChangeRun stopped = byTest.rested(run.id());

        assertThat(stopped.status()).isEqualTo(Status.STOPPED);
        assertThat(host.acts()).isEmpty();
        host.gate(null);
        ask(run.id(), new RunRequest.Resume(null));
        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.OK);
    }

    private void awaitRunning(long id) {
        while (lookup.view(id).lanes().values().stream()
                .noneMatch(lane ->
                        lane.jobs().values().stream()
                                .anyMatch(cell -> cell.status() == Status.RUNNING))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void waitsAfterTheFirstHosts() {
        byTest.declare("run-f", "run-f1", "run-f2");
        ChangeRun run =
                byTest.start(
                        RunsByTest.SHOP,
                        USUAL.with(Strategy.parse("canary 1 pause")),
                        "run-f1",
                        "run-f2");

        assertThat(byTest.rested(run.id()).phase()).isEqualTo(RunPhase.PAUSED);
        assertThat(hosts.host("run-f2").acts()).isEmpty();
        ask(run.id(), new RunRequest.Resume(null));
        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.OK);
        assertThat(hosts.host("run-f2").acts()).hasSize(2);
    }

    @Test
    void tellsWhoHasTheLock() {
        byTest.declare("run-g", "run-g1");
        FakeHost host = hosts.host("run-g1");
        host.lockedBy(new Lock("7-cafe", "person:bob", null, "his work"));
        ChangeRun run = byTest.start(RunsByTest.SHOP, USUAL, "run-g1");
        ChangeRun blocked = byTest.rested(run.id());

        assertThat(blocked.status()).isEqualTo(Status.BLOCKED);
        assertThat(lookup.story(run.id(), Reach.ALL).orElseThrow().lanes().getFirst().failure())
                .hasToString(lookup.view(run.id()).lane(Place.host("run-g1")).failure() + "");
        assertThat(blocked.reason() + lookup.entries(run.id(), 0, 1_000, Reach.ALL))
                .contains("person:bob", "his work", "bundles/shop");
        host.lockedBy(null);
        ask(run.id(), new RunRequest.Resume(null));
        assertThat(byTest.rested(run.id()).status()).isEqualTo(Status.OK);
    }

    @Test
    void knowsThatARunWhoseLockIsLeftHasEnded() {
        byTest.declare("run-h", "run-h1");
        FakeHost host = hosts.host("run-h1");
        host.failing("conf");
        ChangeRun first = byTest.start(RunsByTest.SHOP, USUAL, "run-h1");
        byTest.rested(first.id());
        assertThat(host.isLocked()).isTrue();

        ChangeRun second = byTest.start(RunsByTest.SHOP, USUAL, "run-h1");
        ChangeRun blocked = byTest.rested(second.id());

        assertThat(blocked.status()).isEqualTo(Status.BLOCKED);
        assertThat(lookup.entries(second.id(), 0, 1_000, Reach.ALL).toString())
                .contains(first.name())
                .contains("that run has ended: FAILED");
        ask(first.id(), new RunRequest.Release());
        byTest.rested(first.id());
        assertThat(host.isLocked()).isFalse();
    }
}
