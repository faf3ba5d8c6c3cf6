package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation.CloseBundle;
import dev.cadastre.change.EngineOperation.Note;
import dev.cadastre.change.EngineOperation.OpenBundle;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs a change is killed after each entry of its journal, and somebody else takes it up. */
class KillTest {

    private static final Change CHANGE =
            Change.of(
                    "shop",
                    job(At.REMOTE, new OpenBundle("shop")),
                    job(At.LOCAL, Wish.put("build", "1")).named("build"),
                    job(At.REMOTE, Wish.put("motd", "hello")).named("motd"),
                    job(At.REMOTE, Wish.append("history", "+")).named("history"),
                    job(At.REMOTE, Wish.put("conf", "2")).named("conf").restarting("nginx"),
                    job(At.LOCAL, new Note("look at it")).named("look"),
                    job(At.REMOTE, Wish.require("conf", "2")).named("test"),
                    job(At.REMOTE, new CloseBundle()));

    /** More entries than any of these runs has. */
    private static final int MOST_ENTRIES = 400;

    @ParameterizedTest
    @CsvSource({
        "all,             1, false",
        "all,             4, false",
        "all,             4, true",
        "serial 1,        4, false",
        "canary 1 pause,  2, true"
    })
    void completesWhatWasKilled(String strategy, int atOnce, boolean traces)
            throws IOException, InterruptedException {
        RunSettings settings = RunSettings.USUAL.with(Strategy.parse(strategy)).atOnce(atOnce);
        boolean wasKilled = true;
        int kills = 0;
        while (wasKilled) {
            World world = new World("a", "b");
            world.hosts.all().forEach(host -> host.keepsTraces = traces);
            RunOrder order = world.order(CHANGE).with(settings);
            wasKilled = isKilled(world, order, MemoryJournal.killedAfter(kills));

            RunView view = world.complete(order);

            assertDone(world, view, "killed after %d entries".formatted(kills));
            kills++;
            assertThat(kills).isLessThan(MOST_ENTRIES);
        }
        assertThat(kills).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, true"})
    void completesWhatWasKilledAgainAndAgain(int entriesEach, boolean traces)
            throws IOException, InterruptedException {
        World world = new World("a", "b");
        world.hosts.all().forEach(host -> host.keepsTraces = traces);
        RunOrder order = world.order(CHANGE).with(RunSettings.USUAL.atOnce(3));
        // Each executor writes that it took the run up and was resumed, and a few entries more.
        isKilled(world, order, MemoryJournal.killedAfter(entriesEach));
        for (int i = 0; i < 60; i++) {
            isKilled(world, order, world.journal.foundAndKilledAfter(2 + entriesEach + i % 5));
        }

        assertDone(world, world.complete(order), "killed often");
    }

    /** Runs until it is killed; whether it was. */
    private static boolean isKilled(World world, RunOrder order, MemoryJournal journal)
            throws InterruptedException {
        world.journal = journal;
        try (Executor executor = world.executor(order)) {
            executor.request("bob", new RunRequest.Resume(null));
            RunView view = executor.run();
            while (view.status() == Status.RUNNING) {
                RunRequest next =
                        view.questions().isEmpty()
                                ? new RunRequest.Resume(null)
                                : new RunRequest.Confirm("look", Set.of());
                if (executor.request("bob", next) != null) {
                    return false;
                }
                view = executor.run();
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void beginsNothingOfThisMachineTwiceThatIsStillAtWork()
            throws IOException, InterruptedException {
        Change change = Change.of("shop", job(At.LOCAL, Wish.put("build", "1")).named("build"));
        Step build = new Step(Step.Kind.JOB, "build", Place.LOCAL);
        World world = new World("a");
        RunOrder order = world.order(change);
        int entries = 1;
        do {
            isKilled(world, order, MemoryJournal.killedAfter(entries));
            entries++;
        } while (!RunView.of(world.journal.entries()).inFlight().contains(build));
        world.local.traces.put(1, new Trace.Running());

        world.journal = world.journal.found();
        RunView view = world.run(order, new RunRequest.Resume(null));

        assertThat(view.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.text()).contains("still at work"));
        assertThat(world.local.machine.log).isEmpty();
    }

    private static void assertDone(World world, RunView view, String how) {
        assertThat(view.status()).as(how).isEqualTo(Status.OK);
        for (FakeHost host : world.hosts.all()) {
            assertThat(host.values)
                    .as(how)
                    .containsOnly(
                            Map.entry("motd", "hello"),
                            Map.entry("history", "+"),
                            Map.entry("conf", "2"));
            List<String> acts = new ArrayList<>(host.log);
            acts.removeIf(line -> !line.startsWith("act ") || line.startsWith("act restart"));
            assertThat(acts)
                    .as(how)
                    .containsExactly(
                            "act put motd=hello", "act append history=+", "act put conf=2");
            assertThat(host.log).as(how).contains("act restart nginx=");
            assertThat(host.lock).as(how).isNull();
        }
        assertThat(world.local.machine.log).as(how).containsExactly("act put build=1");
        assertThat(view.left()).as(how).isEmpty();
        assertThat(RunView.of(world.journal.entries())).as(how).isEqualTo(view);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "4, true"})
    void undoesWhatWasKilledWhileItUndid(int atOnce, boolean traces)
            throws IOException, InterruptedException {
        Change change =
                Change.of(
                        "shop",
                        job(At.REMOTE, Wish.put("motd", "hello")).named("motd"),
                        job(At.REMOTE, Wish.put("conf", "2")).named("conf").restarting("nginx"));
        boolean wasKilled = true;
        int kills = 0;
        while (wasKilled) {
            World world = new World("a", "b");
            world.hosts.all().forEach(host -> host.keepsTraces = traces);
            world.hosts.all().forEach(host -> host.values.put("motd", "old"));
            RunOrder order = world.order(change).with(RunSettings.USUAL.atOnce(atOnce));
            world.run(order);
            wasKilled = isUndoKilled(world, order, kills);

            RunView view = world.complete(order);

            assertThat(view.isUndoing()).isTrue();
            for (FakeHost host : world.hosts.all()) {
                assertThat(host.values)
                        .containsOnly(Map.entry("motd", "old"), Map.entry("conf", ""));
                assertThat(host.lock).isNull();
            }
            kills++;
            assertThat(kills).isLessThan(MOST_ENTRIES);
        }
        assertThat(kills).isGreaterThan(10);
    }

    private static boolean isUndoKilled(World world, RunOrder order, int kills)
            throws InterruptedException {
        // What is asked for is what is to be carried out, so that it is not what is lost.
        world.journal = world.journal.foundAndKilledAfter(3 + kills);
        try (Executor executor = world.executor(order)) {
            executor.request("bob", new RunRequest.Undo());
            executor.run();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
