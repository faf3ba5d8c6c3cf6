package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Status;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run says and does when something goes wrong. */
class ExecutorFailuresTest {

    @Test
    void saysWhoHasTheLockAndHowToBreakIt() throws IOException, InterruptedException {
        World world = new World("a", "b");
        world.host("b").lock = new Lock("41", "bob", World.NOW, "shop\n\u001b[31m 1.4");
        world.runs = run -> run.equals("41") ? "FAILED" : null;

        RunView view = world.run(world.order(World.SHOP));

        assertThat(view.status()).isEqualTo(Status.BLOCKED);
        assertThat(view.reason())
                .isEqualTo(
                        "opening b: BLOCKED: run 41 of bob since 2026-03-01T12:00:00Z: shop [31m"
                                + " 1.4 has the lock and was left behind, for that run has ended:"
                                + " FAILED; once nobody works there, move"
                                + " ~/.cadastre/bundles/shop on b away to break it");
        assertThat(world.host("a").log).containsExactly("locked by 42", "released by 42");
        assertThat(world.host("b").lock.run()).isEqualTo("41");
    }

    @Test
    void saysSoIfNobodyCanReadWhoHasTheLock() throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").isUnreadable = true;
        world.host("a").lock = new Lock("41", "bob", World.NOW, "");

        assertThat(world.run(world.order(World.SHOP)).reason())
                .isEqualTo(
                        "opening a: BLOCKED: somebody has the lock, who cannot be read; once nobody"
                                + " works there, move ~/.cadastre/bundles/shop on a away to break it");
    }

    @Test
    void leavesTheBundleOfAFailedRunInPlace() throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").faults.put(3, FakeHost.Fault.FAILS);

        RunView view = world.run(world.order(World.SHOP));

        assertThat(view.status()).isEqualTo(Status.FAILED);
        assertThat(view.reason()).isEqualTo("conf on a: FAILED: it ended with status 1");
        assertThat(world.host("a").isLockedBy("42")).isTrue();

        RunView resumed = world.run(world.order(World.SHOP), new RunRequest.Resume(null));

        assertThat(resumed.status()).isEqualTo(Status.OK);
        assertThat(world.host("a").log)
                .containsExactly(
                        "locked by 42",
                        "act put motd=hello",
                        "locked by 42",
                        "act put conf=2",
                        "act append history=+",
                        "act restart nginx=",
                        "released by 42");
    }

    @ParameterizedTest
    @CsvSource({
        "FAILS,       FAILED",
        "BROKEN,      ERROR",
        "LATE_BEFORE, TIMED_OUT",
        "LATE_AFTER,  TIMED_OUT",
        "LOST_BEFORE, ERROR",
        "LOST_AFTER,  ERROR",
        "THROWS,      ERROR"
    })
    void tellsWhatWentWrongAndGoesOnWhenItIsResumed(FakeHost.Fault fault, Status status)
            throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").faults.put(2, fault);
        Change change =
                Change.of(
                        "shop",
                        job(At.REMOTE, Wish.put("one", "1")).named("one"),
                        job(At.REMOTE, Wish.put("two", "2")).named("two"),
                        job(At.REMOTE, Wish.put("three", "3")).named("three"));

        RunView view = world.run(world.order(change));

        assertThat(view.status()).isEqualTo(status);
        assertThat(World.cell(view, "two", World.A).status()).isEqualTo(status);
        assertThat(World.cell(view, "three", World.A).status()).isEqualTo(Status.PENDING);

        RunView resumed = world.run(world.order(change), new RunRequest.Resume(null));

        assertThat(resumed.status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values.values()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(world.host("a").acts()).isEqualTo(3);
        assertThat(World.cell(resumed, "two", World.A).changed()).isTrue();
    }

    @Test
    void asksAPersonWhetherSomethingWasDoneThatNoLookTells()
            throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").faults.put(1, FakeHost.Fault.LOST_AFTER);
        Change change = Change.of("shop", job(At.REMOTE, Wish.append("history", "+")));
        world.run(world.order(change));

        RunView view = world.run(world.order(change), new RunRequest.Resume(null));

        assertThat(view.status()).isEqualTo(Status.RUNNING);
        assertThat(view.questions())
                .containsExactly(
                        new RunView.Question(
                                World.A,
                                "append",
                                false,
                                "it was cut, and nobody knows whether it took effect: no look can"
                                        + " tell"));

        RunView settled =
                world.run(
                        world.order(change),
                        new RunRequest.Resume(null),
                        new RunRequest.Settle("append", Set.of(World.A), true));

        assertThat(settled.status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values).containsEntry("history", "+");
        assertThat(World.cell(settled, "append", World.A).reason())
                .isEqualTo("bob says that it is done");
    }

    @ParameterizedTest
    @CsvSource({"LOST_BEFORE, +", "LOST_AFTER, +"})
    void needsToAskNobodyIfTheHostKnows(FakeHost.Fault fault, String expected)
            throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").keepsTraces = true;
        world.host("a").traces.put(1, new Trace.NeverBegun());
        world.host("a").faults.put(1, fault);
        Change change = Change.of("shop", job(At.REMOTE, Wish.append("history", "+")));
        world.run(world.order(change));
        if (fault == FakeHost.Fault.LOST_BEFORE) {
            world.host("a").traces.put(1, new Trace.NeverBegun());
        }

        RunView view = world.run(world.order(change), new RunRequest.Resume(null));

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values).containsEntry("history", expected);
    }

    @Test
    void beginsNothingMoreWhenTheJournalCannotBeWritten() throws IOException, InterruptedException {
        World world = new World("a");
        world.journal = MemoryJournal.killedAfter(7);
        try (Executor executor = world.executor(world.order(World.SHOP))) {
            assertThatThrownBy(executor::run).isInstanceOf(IOException.class);
            assertThatThrownBy(executor::run)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the journal could not be written before");
            assertThatThrownBy(() -> executor.request("bob", new RunRequest.Halt()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(world.hosts.openSessions()).isZero();
        assertThat(world.host("a").acts()).isLessThanOrEqualTo(1);
    }
}
