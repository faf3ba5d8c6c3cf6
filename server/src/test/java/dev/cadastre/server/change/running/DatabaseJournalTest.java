package dev.cadastre.server.change.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.cadastre.change.At;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Step;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.RunPhase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a journal costs, and what it asks its store for. */
class DatabaseJournalTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int HOSTS = 300;
    private static final int JOBS = 30;

    /** Keeps entries in memory, and refuses those of whoever does not know all of them. */
    private static final class MemoryStore implements JournalStore {
        private final List<RunEntry> entries = new ArrayList<>();
        private RunView view = RunView.of(List.of(begun()));
        private int told;

        @Override
        public List<RunEntry> read(long run) {
            return List.copyOf(entries);
        }

        @Override
        public ChangeRun write(
                ChangeRun run, RunView known, int count, int end, List<RunEntry> more) {
            if (count != entries.size()) {
                throw new IllegalStateException("somebody else writes it");
            }
            entries.addAll(more);
            view = known;
            told = end;
            return run;
        }
    }

    private static String host(int number) {
        return "web%03d".formatted(number);
    }

    private static String job(int number) {
        return "job%02d".formatted(number);
    }

    private static RunEntry begun() {
        return new RunEntry.Begun(
                NOW,
                new RunHead(
                        "42-a",
                        "alice",
                        "",
                        "shop",
                        "sha256:c",
                        "",
                        "shop",
                        new TreeMap<>(),
                        RunSettings.USUAL,
                        IntStream.range(0, HOSTS).mapToObj(DatabaseJournalTest::host).toList(),
                        IntStream.range(0, JOBS)
                                .mapToObj(number ->
                                        new JobLine(
                                                job(number),
                                                At.REMOTE,
                                                JobLine.Kind.SCRIPT,
                                                "files.copy",
                                                "",
                                                List.of(),
                                                List.of(),
                                                ""))
                                .toList()));
    }

    private static RunEntry ended(Step step) {
        return new RunEntry.Ended(
                NOW,
                step,
                new Ending(
                        Status.OK,
                        true,
                        "",
                        "",
                        Duration.ZERO,
                        List.of(),
                        List.of(),
                        Map.of(),
                        "done\n"));
    }

    private static ChangeRun run() {
        return new ChangeRun(
                42,
                "42-a",
                new UUID(0, 1),
                "0".repeat(64),
                "shop",
                Status.PENDING,
                RunPhase.GOING_ON,
                "",
                "person:alice",
                "alice",
                "",
                List.of("qa"),
                List.of(),
                NOW,
                null,
                0,
                false,
                "",
                "");
    }

    private static void job(DatabaseJournal journal, int job) throws IOException {
        for (int host = 0; host < HOSTS; host++) {
            Step step = new Step(Step.Kind.JOB, job(job), Place.host(host(host)));
            journal.write(List.of(new RunEntry.Started(NOW, step)));
            journal.write(List.of(ended(step)));
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void writingCostsTheSameHoweverLongTheJournalIs() throws IOException {
        MemoryStore store = new MemoryStore();
        DatabaseJournal journal = new DatabaseJournal(store, run(), List.of());
        journal.write(List.of(begun()));
        job(journal, 0);

        long before = allocated();
        job(journal, 1);
        long early = allocated() - before;
        for (int job = 2; job < JOBS - 1; job++) {
            job(journal, job);
        }
        before = allocated();
        job(journal, JOBS - 1);
        long late = allocated() - before;

        assertThat(late).isLessThan(2 * early);
        assertThat(store.view).isEqualTo(RunView.of(store.entries));
        assertThat(journal.entries()).isEqualTo(store.entries);
    }

    @Test
    void goesOnWhereTheOneBeforeHasEnded() throws IOException {
        MemoryStore store = new MemoryStore();
        new DatabaseJournal(store, run(), List.of()).write(List.of(begun()));
        RunEntry finished = new RunEntry.Finished(NOW, Status.OK, "");

        DatabaseJournal journal = new DatabaseJournal(store, run(), store.read(42));
        journal.write(List.of(finished));
        int toldOfNothing = store.told;
        journal.write(List.of(new RunEntry.TakenUp(NOW, "bob")));

        assertThat(toldOfNothing).isZero();
        assertThat(store.told).isEqualTo(2);
        assertThat(store.view.status()).isEqualTo(Status.OK);
    }

    @Test
    void writesNothingOverWhatSomebodyElseWrote() throws IOException {
        MemoryStore store = new MemoryStore();
        DatabaseJournal late = new DatabaseJournal(store, run(), List.of());
        new DatabaseJournal(store, run(), List.of()).write(List.of(begun()));

        assertThatThrownBy(() -> late.write(List.of(begun()))).isInstanceOf(IOException.class);

        assertThat(store.entries).hasSize(1);
    }
}
