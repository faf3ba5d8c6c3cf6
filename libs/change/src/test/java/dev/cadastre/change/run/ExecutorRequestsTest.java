package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.EngineOperation.Note;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people ask of a run while it goes on. */
class ExecutorRequestsTest {

    @Test
    void seesWhatPeopleDidByHandBetweenHaltAndResume() throws IOException, InterruptedException {
        World world = new World("a");
        AtomicReference<@Nullable Executor> going = new AtomicReference<>();
        world.listener = haltingAt(going, "motd", new RunRequest.Halt());
        try (Executor executor = world.executor(world.order(World.SHOP))) {
            going.set(executor);
            assertThat(executor.run().status()).isEqualTo(Status.STOPPED);
            assertThat(executor.view().reason()).isEqualTo("halted by bob");
            assertThat(world.host("a").values).doesNotContainKey("conf");
            world.host("a").values.put("conf", "2");
            going.set(null);

            assertThat(executor.request("bob", new RunRequest.Resume(null))).isNull();
            RunView view = executor.run();

            assertThat(view.status()).isEqualTo(Status.OK);
            assertThat(World.cell(view, "conf", World.A))
                    .extracting(Cell::changed, Cell::reason)
                    .containsExactly(false, "conf=2 already");
        }
    }

    @Test
    void stopsWhatRuns() throws IOException, InterruptedException {
        World world = new World("a", "b");
        AtomicReference<@Nullable Executor> going = new AtomicReference<>();
        world.listener = haltingAt(going, "conf", new RunRequest.Stop());
        RunOrder order = world.order(World.SHOP).with(RunSettings.USUAL.atOnce(1));
        try (Executor executor = world.executor(order)) {
            going.set(executor);

            RunView view = executor.run();

            assertThat(view.status()).isEqualTo(Status.STOPPED);
            assertThat(World.cell(view, "conf", World.A).status()).isEqualTo(Status.STOPPED);
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
            assertThat(World.cell(executor.view(), "note", Place.LOCAL).reason())
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
            executor.request("bob", new RunRequest.Confirm("note", Set.of(World.A)));

            assertThat(executor.run().status()).isEqualTo(Status.OK);
        }
    }
}
