package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.ProgramContext;
import dev.cadastre.change.ProgramOperation;
import dev.cadastre.change.ProgramResult;
import dev.cadastre.change.Status;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That a run does what was planned, or nothing. */
class ExecutorPlansTest {

    @Test
    void refusesAPlanThatDoesNotHoldAnyMore() throws IOException, InterruptedException {
        World world = new World("a", "b");
        RunOrder order = world.order(World.SHOP);
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
        RunOrder order = world.order(World.SHOP);
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
        RunOrder order = world.order(World.SHOP);

        RunView view = world.run(order.with(Planner.plan(order, world.ports())));

        assertThat(view.status()).isEqualTo(Status.OK);
    }

    @Test
    void noticesWhatChangesBetweenOpeningAndTheFirstJob() throws IOException, InterruptedException {
        World world = new World("a");
        world.hosts.whileRunning = script -> world.host("a").values.put("motd", "by hand");

        RunView view = world.run(world.order(World.SHOP));

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
}
