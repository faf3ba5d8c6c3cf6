package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation.CloseBundle;
import dev.cadastre.change.EngineOperation.Note;
import dev.cadastre.change.EngineOperation.OpenBundle;
import dev.cadastre.change.EngineOperation.WaitForMonitor;
import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutorTest {

    private static final Change SHOP =
            Change.of(
                    "shop",
                    job(At.REMOTE, new OpenBundle("shop")),
                    job(At.REMOTE, Wish.put("motd", "hello")).named("motd"),
                    job(At.REMOTE, Wish.put("conf", "2")).named("conf").restarting("nginx"),
                    job(At.REMOTE, Wish.append("history", "+")).named("history"),
                    job(At.REMOTE, new CloseBundle()));

    private static final Place A = Place.host("a");

    private static Cell cell(RunView view, String job, Place place) {
        Cell cell = view.cell(job, place);
        assertThat(cell).isNotNull();
        return cell == null ? Cell.NEW : cell;
    }

    @Test
    void doesAllJobsAndReleasesTheLock() throws IOException, InterruptedException {
        World world = new World("a", "b");

        RunView view = world.run(world.order(SHOP));

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

            RunView view = world.run(world.order(SHOP).with(settings));

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

        world.run(world.order(SHOP).with(settings));

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
        assertThat(cell(view, "put", A))
                .extracting(Cell::changed, Cell::reason)
                .containsExactly(false, "motd=hello already");
    }

    @Test
    void saysWhoHasTheLockAndHowToBreakIt() throws IOException, InterruptedException {
        World world = new World("a", "b");
        world.host("b").lock = new Lock("41", "bob", World.NOW, "shop\n\u001b[31m 1.4");
        world.runs = run -> run.equals("41") ? "FAILED" : null;

        RunView view = world.run(world.order(SHOP));

        assertThat(view.status()).isEqualTo(Status.BLOCKED);
        assertThat(view.reason())
                .isEqualTo(
                        "opening b: BLOCKED: run 41 of bob since 2026-03-01T12:00:00Z: shop [31m"
                                + " 1.4 has the lock and was left behind, for that run has ended:"
                                + " FAILED; once nobody works there, remove"
                                + " ~/.cadastre/bundles/shop on b to break it");
        assertThat(world.host("a").log).containsExactly("locked by 42", "released by 42");
        assertThat(world.host("b").lock.run()).isEqualTo("41");
    }

    @Test
    void saysSoIfNobodyCanReadWhoHasTheLock() throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").isUnreadable = true;
        world.host("a").lock = new Lock("41", "bob", World.NOW, "");

        assertThat(world.run(world.order(SHOP)).reason())
                .isEqualTo(
                        "opening a: BLOCKED: somebody has the lock, who cannot be read; once nobody"
                                + " works there, remove ~/.cadastre/bundles/shop on a to break it");
    }

    @Test
    void leavesTheBundleOfAFailedRunInPlace() throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").faults.put(3, FakeHost.Fault.FAILS);

        RunView view = world.run(world.order(SHOP));

        assertThat(view.status()).isEqualTo(Status.FAILED);
        assertThat(view.reason()).isEqualTo("conf on a: FAILED: it ended with status 1");
        assertThat(world.host("a").isLockedBy("42")).isTrue();

        RunView resumed = world.run(world.order(SHOP), new RunRequest.Resume(null));

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
        assertThat(cell(view, "two", A).status()).isEqualTo(status);
        assertThat(cell(view, "three", A).status()).isEqualTo(Status.PENDING);

        RunView resumed = world.run(world.order(change), new RunRequest.Resume(null));

        assertThat(resumed.status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values.values()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(world.host("a").acts()).isEqualTo(3);
        assertThat(cell(resumed, "two", A).changed()).isTrue();
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
                                A,
                                "append",
                                false,
                                "it was cut, and nobody knows whether it took effect: no look can"
                                        + " tell"));

        RunView settled =
                world.run(
                        world.order(change),
                        new RunRequest.Resume(null),
                        new RunRequest.Settle("append", Set.of(A), true));

        assertThat(settled.status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values).containsEntry("history", "+");
        assertThat(cell(settled, "append", A).reason()).isEqualTo("bob says that it is done");
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
    void refusesAPlanThatDoesNotHoldAnyMore() throws IOException, InterruptedException {
        World world = new World("a", "b");
        RunOrder order = world.order(SHOP);
        RunOrder planned = order.with(Planner.plan(order, world.ports()));
        world.host("b").values.put("conf", "by hand");

        RunView view = world.run(planned);

        assertThat(view.status()).isEqualTo(Status.FAILED);
        assertThat(view.reason())
                .isEqualTo(
                        "opening b: FAILED: nothing was done, since the plan does not hold any"
                                + " more: conf rests on what has changed since: conf=by hand;"
                                + " planned was: conf=; plan again");
        for (FakeHost host : world.hosts.all()) {
            assertThat(host.log).containsExactly("locked by 42", "released by 42");
        }
    }

    @Test
    void comparesWithThePlanEvenIfWhoBeganItWasKilled() throws IOException, InterruptedException {
        World world = new World("a");
        RunOrder order = world.order(SHOP);
        world.journal = MemoryJournal.killedAfter(3);
        try (Executor executor = world.executor(order.with(Planner.plan(order, world.ports())))) {
            assertThatThrownBy(executor::run).hasMessage("killed");
        }
        world.host("a").values.put("conf", "by hand");
        world.journal = world.journal.found();

        RunView view = world.run(order, new RunRequest.Resume(null));

        assertThat(view.status()).isEqualTo(Status.FAILED);
        assertThat(view.reason()).contains("plan again");
        assertThat(world.host("a").acts()).isZero();
    }

    @Test
    void carriesOutAPlanThatHolds() throws IOException, InterruptedException {
        World world = new World("a", "b");
        RunOrder order = world.order(SHOP);

        RunView view = world.run(order.with(Planner.plan(order, world.ports())));

        assertThat(view.status()).isEqualTo(Status.OK);
    }

    @Test
    void noticesWhatChangesBetweenOpeningAndTheFirstJob() throws IOException, InterruptedException {
        World world = new World("a");
        world.hosts.whileRunning = script -> world.host("a").values.put("motd", "by hand");

        RunView view = world.run(world.order(SHOP));

        assertThat(view.reason()).isEqualTo("motd on a: FAILED: rests on motd=by hand");
        assertThat(world.host("a").acts()).isZero();
    }

    @Test
    void doesNotMindThatAnEarlierJobChangesWhatALaterOneRestsOn()
            throws IOException, InterruptedException {
        World world = new World("a");
        Change change =
                Change.of(
                        "shop",
                        job(At.REMOTE, Wish.put("conf", "1")).named("one"),
                        job(At.REMOTE, Wish.put("conf", "2")).named("two"));
        RunOrder order = world.order(change);

        RunView view = world.run(order.with(Planner.plan(order, world.ports())));

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values).containsEntry("conf", "2");
    }

    @Test
    void doesNotMindThatAJobOfThisMachineChangesWhatHostsRestOn()
            throws IOException, InterruptedException {
        World world = new World("a");
        ProgramOperation seed =
                new Program("seed", "host a") {
                    @Override
                    public ProgramResult run(ProgramContext context) {
                        if (!context.looksOnly()) {
                            world.host("a").values.put("motd", "seeded");
                        }
                        return super.run(context);
                    }
                };
        Change change =
                Change.of(
                        "shop",
                        job(At.LOCAL, seed),
                        job(At.REMOTE, Wish.put("motd", "hello")).named("motd"));

        RunView view = world.run(world.order(change));

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values).containsEntry("motd", "hello");
    }

    @Test
    void seesWhatPeopleDidByHandBetweenHaltAndResume() throws IOException, InterruptedException {
        World world = new World("a");
        AtomicReference<@Nullable Executor> going = new AtomicReference<>();
        world.listener = haltingAt(going, "motd", new RunRequest.Halt());
        try (Executor executor = world.executor(world.order(SHOP))) {
            going.set(executor);
            assertThat(executor.run().status()).isEqualTo(Status.STOPPED);
            assertThat(executor.view().reason()).isEqualTo("halted by bob");
            assertThat(world.host("a").values).doesNotContainKey("conf");
            world.host("a").values.put("conf", "2");
            going.set(null);

            assertThat(executor.request("bob", new RunRequest.Resume(null))).isNull();
            RunView view = executor.run();

            assertThat(view.status()).isEqualTo(Status.OK);
            assertThat(cell(view, "conf", A))
                    .extracting(Cell::changed, Cell::reason)
                    .containsExactly(false, "conf=2 already");
        }
    }

    @Test
    void stopsWhatRuns() throws IOException, InterruptedException {
        World world = new World("a", "b");
        AtomicReference<@Nullable Executor> going = new AtomicReference<>();
        world.listener = haltingAt(going, "conf", new RunRequest.Stop());
        RunOrder order = world.order(SHOP).with(RunSettings.USUAL.atOnce(1));
        try (Executor executor = world.executor(order)) {
            going.set(executor);

            RunView view = executor.run();

            assertThat(view.status()).isEqualTo(Status.STOPPED);
            assertThat(cell(view, "conf", A).status()).isEqualTo(Status.STOPPED);
            assertThat(world.host("b").acts()).isZero();
        }
    }

    /** Asks for something as soon as a job is written down as begun. */
    private static RunListener haltingAt(
            AtomicReference<@Nullable Executor> going, String job, RunRequest request) {
        return new RunListener() {
            @Override
            public void wrote(RunEntry entry, RunView view) {
                Executor executor = going.get();
                boolean isIt =
                        entry instanceof RunEntry.Started started
                                && started.step().subject().equals(job);
                if (isIt && executor != null) {
                    ask(executor, request);
                }
            }

            @Override
            public void printed(Step step, String text) {}
        };
    }

    private static void ask(Executor executor, RunRequest request) {
        try {
            executor.request("bob", request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void waitsForNotesAndGoesOnWhenTheyAreConfirmed() throws IOException, InterruptedException {
        World world = new World("a");
        Change change =
                Change.of(
                        "shop",
                        job(At.LOCAL, new Note("take it out of the balancer")),
                        job(At.REMOTE, Wish.put("one", "1")));

        try (Executor executor = world.executor(world.order(change))) {
            RunView view = executor.run();
            assertThat(view.status()).isEqualTo(Status.RUNNING);
            assertThat(view.questions())
                    .extracting(RunView.Question::text)
                    .containsExactly("take it out of the balancer");
            assertThat(executor.request("bob", new RunRequest.Skip("nothing", Set.of())))
                    .extracting(refusal -> refusal == null ? "" : refusal.reason())
                    .isEqualTo(
                            "the change has no job nothing to go on with or skip; it has note,"
                                    + " put");

            executor.request("bob", new RunRequest.Confirm("note", Set.of()));

            assertThat(executor.run().status()).isEqualTo(Status.OK);
            assertThat(cell(executor.view(), "note", Place.LOCAL).reason())
                    .isEqualTo("confirmed by bob");
        }
    }

    @Test
    @Timeout(60)
    void takesAnAnswerWhileOtherHostsAreAtWork() throws IOException, InterruptedException {
        World world = new World("a", "b");
        Change change =
                Change.of(
                        "shop",
                        job(At.REMOTE, new Note("look at it")),
                        job(At.REMOTE, Wish.put("one", "1")));
        try (Executor executor = world.executor(world.order(change))) {
            executor.run();
            // While a does the job after the note, b's note is confirmed: b follows at once.
            AtomicReference<@Nullable Executor> once = new AtomicReference<>(executor);
            world.hosts.whileRunning =
                    script -> {
                        Executor first = once.getAndSet(null);
                        if (first != null) {
                            ask(first, new RunRequest.Confirm("note", Set.of()));
                            while (world.host("b").acts() == 0) {
                                Thread.onSpinWait();
                            }
                        }
                    };
            executor.request("bob", new RunRequest.Confirm("note", Set.of(A)));

            assertThat(executor.run().status()).isEqualTo(Status.OK);
        }
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
        assertThat(cell(view, "greet", Place.LOCAL).reason()).isEqualTo("said hello");
        assertThat(world.printed.get(new Step(Step.Kind.JOB, "greet", Place.LOCAL)))
                .hasToString("hello\n");
        assertThat(view.status()).isEqualTo(Status.FAILED);
        assertThat(cell(view, "nowhere", A).reason()).contains("LOCAL only");
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
                        "act restart nginx=",
                        "released by 42");
    }

    @Test
    void saysWhatItDoesNotKnowHowToUndo() throws IOException, InterruptedException {
        World world = new World("a");
        world.run(world.order(SHOP));

        RunView view = world.run(world.order(SHOP), new RunRequest.Undo());

        assertThat(view.reason())
                .isEqualTo(
                        "undoing history on a: FAILED: nothing is known that undoes it; undo it by"
                                + " hand, then skip it");
        Executor executor = world.executor(world.order(SHOP));
        executor.request("bob", new RunRequest.Skip("history", Set.of()));
        executor.request("bob", new RunRequest.Resume(null));
        assertThat(executor.run().status()).isEqualTo(Status.OK);
        assertThat(world.host("a").values).containsEntry("conf", "").containsEntry("motd", "");
        executor.close();
    }

    @Test
    void startsOnlyWhatWasPlannedAndWhatWasBegun() throws IOException, InterruptedException {
        World world = new World("a");
        world.run(world.order(SHOP));
        Change other = Change.of("shop", job(At.REMOTE, Wish.put("motd", "other")));

        assertThatThrownBy(() -> world.executor(world.order(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the change is not the one that run 42 was begun with");
        RunOrder order = world.order(SHOP);
        var plan = Planner.plan(order, world.ports());
        assertThatThrownBy(() -> world.order(other).with(plan))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void beginsNothingMoreWhenTheJournalCannotBeWritten() throws IOException, InterruptedException {
        World world = new World("a");
        world.journal = MemoryJournal.killedAfter(7);
        try (Executor executor = world.executor(world.order(SHOP))) {
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

    @Test
    void noticesThatAFileOfTheChangeChangesMeanwhile() throws IOException, InterruptedException {
        World world = new World("a");
        ChangingWish wish = new ChangingWish();
        Change change = Change.of("shop", job(At.REMOTE, wish));
        world.hosts.beforeOpening = host -> wish.content = "other";

        RunView view = world.run(world.order(change));

        assertThat(view.reason())
                .isEqualTo(
                        "put on a: FAILED: a file or value of the change has changed since the host"
                                + " was opened");
        assertThat(world.host("a").acts()).isZero();
    }

    @Test
    void takesNoLockIfAFileOfTheChangeCannotBeRead() throws IOException, InterruptedException {
        World world = new World("a");
        ChangingWish wish = new ChangingWish();
        wish.isMissing = true;

        RunView view = world.run(world.order(Change.of("shop", job(At.REMOTE, wish))));

        assertThat(view.reason())
                .isEqualTo(
                        "opening a: ERROR: a file of the change cannot be read:"
                                + " java.io.FileNotFoundException: motd");
        assertThat(world.host("a").log).isEmpty();
    }

    @Test
    void writesBeforeAndAfterEachStep() throws IOException, InterruptedException {
        World world = new World("a");

        world.run(world.order(SHOP));

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
