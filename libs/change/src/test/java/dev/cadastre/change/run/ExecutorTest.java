package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation.WaitForMonitor;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run goes from its beginning to its end. */
class ExecutorTest {

    @Test
    void doesAllJobsAndReleasesTheLock() throws IOException, InterruptedException {
        World world = new World("a", "b");

        RunView view = world.run(world.order(World.SHOP));

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(view.reason()).isEqualTo("6 of 10 jobs changed something");
        assertThat(view.left()).isEmpty();
        for (FakeHost host : world.hosts.all()) {
            assertThat(host.log)
                    .containsExactly(
                            "locked by 42",
                            "act put motd=hello",
                            "act put conf=2",
                            "act append history=+",
                            "act restart nginx=",
                            "released by 42");
        }
        assertThat(world.hosts.openSessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "serial 1",
                "serial 2",
                "serial 50%",
                "canary 1 test",
                "canary 40% test"
            })
    void comesToTheSameByEveryStrategy(String strategy) throws IOException, InterruptedException {
        for (RunSettings.Order order : RunSettings.Order.values()) {
            World world = new World("a", "b", "c", "d", "e");
            RunSettings settings = RunSettings.USUAL.with(Strategy.parse(strategy)).with(order);

            RunView view = world.run(world.order(World.SHOP).with(settings));

            assertThat(view.status()).isEqualTo(Status.OK);
            for (FakeHost host : world.hosts.all()) {
                assertThat(host.values)
                        .containsOnly(
                                Map.entry("motd", "hello"),
                                Map.entry("conf", "2"),
                                Map.entry("history", "+"));
                assertThat(host.lock).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void runsNoMoreAtOnceThanItMay(int atOnce) throws IOException, InterruptedException {
        World world = new World("a", "b", "c", "d", "e", "f");
        RunSettings settings = RunSettings.USUAL.atOnce(atOnce);

        world.run(world.order(World.SHOP).with(settings));

        assertThat(world.hosts.busiest()).isBetween(1, atOnce);
    }

    @Test
    void changesNothingWhenItIsRunAgain() throws IOException, InterruptedException {
        Change change =
                Change.of("shop", job(At.REMOTE, Wish.put("motd", "hello")).restarting("nginx"));
        World world = new World("a");
        world.run(world.order(change));
        world.journal = new MemoryJournal();
        world.host("a").log.clear();

        RunView view = world.run(world.order(change));

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(view.reason()).isEqualTo("nothing had to be changed");
        assertThat(world.host("a").log).containsExactly("locked by 42", "released by 42");
        assertThat(World.cell(view, "put", World.A))
                .extracting(Cell::changed, Cell::reason)
                .containsExactly(false, "motd=hello already");
    }

    @Test
    void doesJobsOfThisMachineAndItsPrograms() throws IOException, InterruptedException {
        World world = new World("a");
        Change change =
                Change.of(
                        "shop",
                        job(At.LOCAL, Wish.put("build", "1")),
                        job(At.LOCAL, new Program("greet", "hello")).named("greet"),
                        job(At.REMOTE, new Program("nowhere", "")).named("nowhere"));

        RunView view = world.run(world.order(change));

        assertThat(world.local.machine.values).containsEntry("build", "1");
        assertThat(World.cell(view, "greet", Place.LOCAL).reason()).isEqualTo("said hello");
        assertThat(world.printed.get(new Step(Step.Kind.JOB, "greet", Place.LOCAL)))
                .hasToString("hello\n");
        assertThat(view.status()).isEqualTo(Status.FAILED);
        assertThat(World.cell(view, "nowhere", World.A).reason()).contains("LOCAL only");
    }

    @Test
    void waitsForMonitors() throws IOException, InterruptedException {
        World world = new World("a");
        Change change =
                Change.of(
                        "shop",
                        job(
                                At.LOCAL,
                                new WaitForMonitor("http@host:a", "ok", Duration.ofMinutes(5))));
        world.monitors = (wait, stop) -> new Monitors.Arrived(wait.monitor() + " is ok");

        assertThat(world.run(world.order(change)).status()).isEqualTo(Status.OK);

        world.monitors = Monitors.NONE;
        world.journal = new MemoryJournal();
        assertThat(world.run(world.order(change)).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void undoesByWhatWasThereBefore() throws IOException, InterruptedException {
        World world = new World("a", "b");
        world.host("a").values.put("motd", "old");
        world.host("a").values.put("conf", "1");
        world.host("b").values.put("motd", "hello");
        Change change =
                Change.of(
                        "shop",
                        job(At.REMOTE, Wish.put("motd", "hello")).named("motd"),
                        job(At.REMOTE, Wish.put("conf", "2")).named("conf").restarting("nginx"),
                        job(At.REMOTE, Wish.append("history", "+"))
                                .named("history")
                                .undoneBy(Wish.put("history", "none")));
        world.run(world.order(change));

        RunView view = world.run(world.order(change), new RunRequest.Undo());

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(view.isUndoing()).isTrue();
        assertThat(world.host("a").values)
                .containsEntry("motd", "old")
                .containsEntry("conf", "1")
                .containsEntry("history", "none");
        assertThat(world.host("b").values).containsEntry("motd", "hello").containsEntry("conf", "");
        assertThat(world.host("a").log)
                .endsWith(
                        "locked by 42",
                        "act put history=none",
                        "act put conf=1",
                        "act put motd=old",
                        "act restart nginx= undone",
                        "released by 42");
    }

    @Test
    void saysWhatItDoesNotKnowHowToUndo() throws IOException, InterruptedException {
        World world = new World("a");
        world.run(world.order(World.SHOP));

        RunView view = world.run(world.order(World.SHOP), new RunRequest.Undo());

        assertThat(view.reason())
                .isEqualTo(
                        "undoing history on a: FAILED: nothing is known that undoes it; undo it by"
                                + " hand, then skip it");
        Executor executor = world.executor(world.order(World.SHOP));
        executor.request("bob", new RunRequest.Skip("history", Set.of()));
        executor.request("bob", new RunRequest.Resume(null));
        assertThat(executor.run().status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values).containsEntry("conf", "").containsEntry("motd", "");
        executor.close();
    }

    @Test
    void startsOnlyWhatWasPlannedAndWhatWasBegun() throws IOException, InterruptedException {
        World world = new World("a");
        world.run(world.order(World.SHOP));
        Change other = Change.of("shop", job(At.REMOTE, Wish.put("motd", "other")));

        assertThatThrownBy(() -> world.executor(world.order(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the change is not the one that run 42 was begun with");
        RunOrder order = world.order(World.SHOP);
        var plan = Planner.plan(order, world.ports());
        assertThatThrownBy(() -> world.order(other).with(plan))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesBeforeAndAfterEachStep() throws IOException, InterruptedException {
        World world = new World("a");

        world.run(world.order(World.SHOP));

        List<String> entries = world.journal.entries().stream().map(ExecutorTest::words).toList();
        assertThat(entries)
                .containsExactly(
                        "Begun",
                        "Started connecting to a",
                        "Ended connecting to a",
                        "Started opening a",
                        "Locked",
                        "Ended opening a",
                        "Started motd on a",
                        "Ended motd on a",
                        "Started conf on a",
                        "Ended conf on a",
                        "Started history on a",
                        "Ended history on a",
                        "Started restarting nginx on a",
                        "Ended restarting nginx on a",
                        "Started releasing a",
                        "Ended releasing a",
                        "Finished");
    }

    private static String words(RunEntry entry) {
        String kind = entry.getClass().getSimpleName();
        if (entry instanceof RunEntry.Started started) {
            return kind + " " + started.step();
        }
        return entry instanceof RunEntry.Ended ended ? kind + " " + ended.step() : kind;
    }
}
