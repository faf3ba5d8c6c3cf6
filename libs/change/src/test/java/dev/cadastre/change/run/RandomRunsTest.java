package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Job;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Runs in which things go wrong at random: the journal and the hosts agree all the time. */
class RandomRunsTest {

    private static final List<String> STRATEGIES =
            List.of("all", "serial 1", "serial 2", "canary 1 pause", "canary 50% test");

    @Property(tries = 500)
    void journalAndHostsAgree(@ForAll long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        String[] names =
                List.of("a", "b", "c", "d")
                        .subList(0, 1 + random.nextInt(4))
                        .toArray(String[]::new);
        World world = new World(names);
        RunOrder order = world.order(change(random)).with(settings(random));
        world.hosts.all().forEach(host -> host.keepsTraces = random.nextBoolean());

        for (int i = 0; i < 4; i++) {
            goWrong(world, order, random);
            attempt(world, order, random);
            assertAgreement(world, order);
        }
        world.hosts.all().forEach(host -> host.faults.clear());
        world.hosts.all().forEach(host -> host.isAway = false);
        RunView view = world.complete(order);

        assertThat(view.status()).isEqualTo(Status.OK);
        assertThat(view.left()).isEmpty();
        assertAgreement(world, order);
        for (FakeHost host : world.hosts.all()) {
            assertThat(host.lock).isNull();
        }
    }

    /** One call took effect and was cut, the next one was not begun. */
    @Example
    void aCallThatHadNotBegunDoesNotHideOneThatHad() throws IOException, InterruptedException {
        journalAndHostsAgree(8720);
    }

    @Property(tries = 800)
    void undoingPutsBackWhatWasThereHoweverFarTheRunCame(@ForAll long seed)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        World world = new World("a", "b", "c");
        RunOrder order = world.order(change(random)).with(settings(random));
        world.hosts.all().forEach(host -> host.keepsTraces = random.nextBoolean());
        for (int i = 0; i < 2; i++) {
            goWrong(world, order, random);
            attempt(world, order, random);
        }
        world.hosts.all().forEach(host -> host.isAway = false);
        if (!undo(world, order)) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            goWrong(world, order, random);
            attempt(world, order, random);
        }
        world.hosts.all().forEach(host -> host.faults.clear());
        world.hosts.all().forEach(host -> host.isAway = false);
        byHandWhereNothingIsKnown(world, order);

        for (FakeHost host : world.hosts.all()) {
            assertThat(host.values.values()).allMatch(String::isEmpty);
            assertThat(host.lock).isNull();
        }
        assertThat(world.local.machine.values.values()).allMatch(String::isEmpty);
    }

    private static boolean undo(World world, RunOrder order)
            throws IOException, InterruptedException {
        world.journal = world.journal.found();
        try (Executor executor = world.executor(order)) {
            return executor.request("bob", new RunRequest.Undo()) == null;
        }
    }

    /** A person undoes by hand what the run does not know how to undo, and skips it. */
    private static void byHandWhereNothingIsKnown(World world, RunOrder order)
            throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            world.journal = world.journal.found();
            try (Executor executor = world.executor(order)) {
                executor.request("bob", new RunRequest.Resume(null));
                RunView view = executor.run();
                if (view.isComplete()) {
                    return;
                }
                for (Lane lane : view.failed()) {
                    Lane.Failure failure = Objects.requireNonNull(lane.failure());
                    assertThat(failure.ending().code()).isEqualTo("no-undo");
                    FakeHost host = host(world, lane.place());
                    host.values.put(wish(order, failure.step().subject()).key(), "");
                    executor.request(
                            "bob",
                            new RunRequest.Skip(failure.step().subject(), Set.of(lane.place())));
                }
            }
        }
        throw new IllegalStateException("the run does not come to an end");
    }

    private static FakeHost host(World world, Place place) {
        return place.isLocal() ? world.local.machine : world.host(place.host());
    }

    private static Change change(Random random) {
        List<Job> jobs = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        int appending = random.nextInt(count);
        for (int i = 0; i < count; i++) {
            Job job =
                    i == appending
                            ? job(At.REMOTE, Wish.append("history", "+")).named("history")
                            : job(At.REMOTE, Wish.put("key" + i, "1")).named("job" + i);
            jobs.add(random.nextInt(3) == 0 ? job.restarting("nginx") : job);
            if (random.nextInt(4) == 0) {
                jobs.add(job(At.LOCAL, Wish.put("local" + i, "1")).named("local" + i));
            }
        }
        return Change.of("shop", jobs.toArray(Job[]::new));
    }

    private static RunSettings settings(Random random) {
        return RunSettings.USUAL
                .with(Strategy.parse(STRATEGIES.get(random.nextInt(STRATEGIES.size()))))
                .with(List.of(RunSettings.Order.values()).get(random.nextInt(2)))
                .allowing(random.nextInt(3))
                .atOnce(1 + random.nextInt(4));
    }

    private static void goWrong(World world, RunOrder order, Random random) {
        FakeHost.Fault[] faults = FakeHost.Fault.values();
        for (FakeHost host : world.hosts.all()) {
            host.isAway = random.nextInt(6) == 0;
            if (random.nextInt(3) == 0) {
                host.faults.put(
                        1 + random.nextInt(order.change().jobs().size()),
                        faults[random.nextInt(faults.length)]);
            }
        }
    }

    /** One process that works on the run, which may be halted or killed. */
    private static void attempt(World world, RunOrder order, Random random)
            throws InterruptedException {
        world.journal =
                random.nextInt(3) == 0
                        ? world.journal.foundAndKilledAfter(random.nextInt(20))
                        : world.journal.found();
        int haltAt = random.nextInt(40);
        RunRequest halt = random.nextBoolean() ? new RunRequest.Halt() : new RunRequest.Stop();
        try (Executor executor = world.executor(order)) {
            world.listener = new Halting(executor, haltAt, halt);
            RunRequest request =
                    random.nextInt(4) == 0 ? new RunRequest.Retry() : new RunRequest.Resume(null);
            executor.request("bob", request);
            executor.run();
        } catch (IOException e) {
            assertThat(e)
                    .satisfiesAnyOf(
                            one -> assertThat(one).hasMessage("killed"),
                            one -> assertThat(one).hasRootCauseMessage("killed"));
        } finally {
            world.listener = RunListener.NONE;
        }
    }

    private static final class Halting implements RunListener {
        private final Executor executor;
        private final RunRequest request;
        private int left;

        Halting(Executor executor, int left, RunRequest request) {
            this.executor = executor;
            this.left = left;
            this.request = request;
        }

        @Override
        public void wrote(RunEntry entry, RunView view) {
            left--;
            if (left == 0) {
                try {
                    executor.request("bob", request);
                } catch (IOException e) {
                    assertThat(e)
                            .satisfiesAnyOf(
                                    one -> assertThat(one).hasMessage("killed"),
                                    one -> assertThat(one).hasRootCauseMessage("killed"));
                }
            }
        }

        @Override
        public void printed(Step step, String text) {}
    }

    private static void assertAgreement(World world, RunOrder order) {
        List<RunEntry> entries = world.journal.entries();
        if (entries.isEmpty()) {
            return;
        }
        RunView view = RunView.of(entries);
        for (Lane lane : view.lanes().values()) {
            FakeHost host = host(world, lane.place());
            for (Map.Entry<String, Cell> cell : lane.jobs().entrySet()) {
                assertAgreement(host, wish(order, cell.getKey()), cell.getValue());
            }
        }
        assertRules(order, entries);
    }

    private static Wish wish(RunOrder order, String job) {
        return (Wish)
                order.change().jobs().stream()
                        .filter(one -> one.name().equals(job))
                        .findFirst()
                        .orElseThrow()
                        .operation();
    }

    private static void assertAgreement(FakeHost host, Wish wish, Cell cell) {
        if (cell.status() == Status.OK) {
            assertThat(host.value(wish.key())).isEqualTo(wish.value());
        }
        if (cell.attempts() == 0) {
            assertThat(host.value(wish.key())).isEmpty();
        }
        assertThat(host.value(wish.key()).length()).isLessThanOrEqualTo(1);
        if (!cell.mayHaveChanged() && cell.status() != Status.RUNNING) {
            assertThat(host.value(wish.key())).isEmpty();
        }
    }

    /** What must be so whenever a step is begun. */
    private static void assertRules(RunOrder order, List<RunEntry> entries) {
        RunView view = RunView.of(entries.subList(0, 1));
        for (RunEntry entry : entries.subList(1, entries.size())) {
            if (entry instanceof RunEntry.Started started) {
                assertThat(view.inFlight()).hasSizeLessThan(order.settings().atOnce());
                assertThat(view.lane(started.step().place()).running()).isNull();
                assertThat(view.state().halted()).isEmpty();
                if (started.step().kind() == Step.Kind.JOB) {
                    assertMayBegin(order, view, view.lane(started.step().place()));
                }
            }
            view = view.after(List.of(entry));
        }
    }

    private static void assertMayBegin(RunOrder order, RunView view, Lane lane) {
        assertThat(view.failed()).hasSizeLessThanOrEqualTo(order.settings().failuresAllowed());
        assertThat(lane.isFailed()).isFalse();
        assertThat(lane.hold().opened()).isTrue();
        if (!lane.place().isLocal()) {
            assertThat(lane.hold().lock()).isEqualTo(Hold.Lock.HELD);
        }
    }
}
