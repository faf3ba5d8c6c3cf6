package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Runs that share hosts. */
class LockTest {

    private static final String[] HOSTS = {"a", "b", "c", "d", "e", "f"};
    private static final Change CHANGE =
            Change.of("shop", job(At.REMOTE, Wish.put("motd", "hello")));

    @Test
    void exactlyOneOfTwoRunsGetsTheLocks() throws InterruptedException, ExecutionException {
        Random random = new Random(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 300; i++) {
                compete(threads, random, i % 2 == 0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whoever gets the locks keeps them until the other has heard that it does not. */
    private static void compete(ExecutorService threads, Random random, boolean tellsOfLocks)
            throws InterruptedException, ExecutionException {
        World world = new World(HOSTS);
        CountDownLatch isBlocked = new CountDownLatch(1);
        CyclicBarrier start = new CyclicBarrier(2);
        world.hosts.tellsOfLocks = tellsOfLocks;
        world.hosts.whileRunning =
                script -> {
                    try {
                        assertThat(isBlocked.await(1, TimeUnit.MINUTES)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                };
        List<Future<RunView>> runs = new ArrayList<>();
        for (String run : List.of("1", "2")) {
            RunOrder order = RunOrder.of(run, "user" + run, CHANGE, some(random));
            runs.add(threads.submit(() -> run(world, order, start, isBlocked)));
        }
        RunView one = runs.get(0).get();
        RunView two = runs.get(1).get();

        assertThat(List.of(one.status(), two.status()))
                .containsExactlyInAnyOrder(Status.OK, Status.BLOCKED);
        RunView blocked = one.status() == Status.BLOCKED ? one : two;
        String other = blocked.head().run().equals("1") ? "run 2 of user2" : "run 1 of user1";
        assertThat(blocked.reason()).contains(other);
        for (FakeHost host : world.hosts.all()) {
            assertThat(host.lock).isNull();
        }
    }

    private static RunView run(
            World world, RunOrder order, CyclicBarrier start, CountDownLatch isBlocked)
            throws Exception {
        MemoryJournal journal = new MemoryJournal();
        try (Executor executor = Executor.open(order, order.who(), world.ports(), journal)) {
            start.await();
            RunView view = executor.run();
            if (view.status() == Status.BLOCKED) {
                isBlocked.countDown();
            }
            return view;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hosts in any order, one of which all runs share. */
    private static List<String> some(Random random) {
        List<String> hosts = new ArrayList<>(List.of(HOSTS));
        hosts.remove("d");
        Collections.shuffle(hosts, random);
        List<String> some = new ArrayList<>(hosts.subList(0, random.nextInt(hosts.size())));
        some.add("d");
        return some;
    }

    /** Every order in which three runs may come to ask, as far as chance finds them. */
    @Property(tries = 1000)
    void someRunAlwaysGetsAllLocks(@ForAll long seed) {
        Random random = new Random(seed);
        Map<Place, String> owners = new HashMap<>();
        List<RunView> runs = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            RunOrder order = RunOrder.of("" + i, "user", CHANGE, some(random));
            runs.add(RunView.of(new RunEntry.Begun(World.NOW, order.head())));
        }
        while (runs.stream().anyMatch(LockTest::isOpening)) {
            int turn = random.nextInt(count);
            runs.set(turn, next(runs.get(turn), owners, random));
        }

        assertThat(runs.stream().filter(view -> view.status() == Status.BLOCKED))
                .hasSize(count - 1);
        RunView winner =
                runs.stream()
                        .filter(view -> view.status() == Status.RUNNING)
                        .findFirst()
                        .orElseThrow();
        assertThat(owners.values()).containsOnly(winner.head().run());
        assertThat(owners.keySet()).isEqualTo(Place.hosts(winner.head().hosts()));
    }

    /** Whether it neither does its jobs nor has given up. */
    private static boolean isOpening(RunView view) {
        return view.status() != Status.BLOCKED
                && view.inFlight().stream().noneMatch(step -> step.kind() == Step.Kind.JOB);
    }

    private static RunView next(RunView view, Map<Place, String> owners, Random random) {
        Decision decision = Course.next(view);
        if (decision instanceof Decision.Start start) {
            RunEntry started = new RunEntry.Started(World.NOW, start.steps().get(0));
            return view.after(List.of(started));
        }
        if (decision instanceof Decision.Finish finish) {
            return view.after(
                    List.of(new RunEntry.Finished(World.NOW, finish.status(), finish.reason())));
        }
        List<Step> steps =
                view.inFlight().stream().filter(step -> step.kind() != Step.Kind.JOB).toList();
        return steps.isEmpty() ? view : went(view, steps.get(random.nextInt(steps.size())), owners);
    }

    private static RunView went(RunView view, Step step, Map<Place, String> owners) {
        String run = view.head().run();
        Place place = step.place();
        if (step.kind() == Step.Kind.OPEN && owners.putIfAbsent(place, run) == null) {
            return view.after(List.of(new RunEntry.Locked(World.NOW, place)));
        }
        boolean isOurs = step.kind() != Step.Kind.OPEN || run.equals(owners.get(place));
        if (step.kind() == Step.Kind.RELEASE) {
            owners.remove(place, run);
        }
        Ending ending =
                isOurs ? Ending.ok("") : Ending.not(Status.BLOCKED, "locked", "it is locked");
        return view.after(List.of(new RunEntry.Ended(World.NOW, step, ending)));
    }
}
