package dev.cadastre.change.run;

import static dev.cadastre.change.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Status;
import dev.cadastre.change.journal.FolderJournal;
import dev.cadastre.change.journal.JournalReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose journal is in a folder. */
class OfflineRunTest {

    private static final Change CHANGE =
            Change.of(
                    "shop",
                    job(At.REMOTE, Wish.put("motd", "hello")).named("motd"),
                    job(At.REMOTE, Wish.put("conf", "2")).named("conf"));

    @TempDir Path folder;

    @Test
    void isKnownFromItsFolderAlone() throws IOException, InterruptedException {
        World world = new World("a", "b");
        RunView view;
        try (FolderJournal journal = FolderJournal.open(folder);
                Executor executor =
                        Executor.open(world.order(CHANGE), "alice", world.ports(), journal)) {
            view = executor.run();
        }

        JournalReading reading = FolderJournal.read(folder);

        assertThat(RunView.of(reading.entries())).isEqualTo(view);
        assertThat(view.status()).isEqualTo(Status.OK);
    }

    @Test
    void goesOnAfterAnEntryThatIsTorn() throws IOException, InterruptedException {
        World world = new World("a");
        world.host("a").faults.put(2, FakeHost.Fault.FAILS);
        try (FolderJournal journal = FolderJournal.open(folder);
                Executor executor =
                        Executor.open(world.order(CHANGE), "alice", world.ports(), journal)) {
            assertThat(executor.run().status()).isEqualTo(Status.FAILED);
        }
        Path file = folder.resolve(FolderJournal.FILE);
        byte[] whole = Files.readAllBytes(file);
        int end = new String(whole, StandardCharsets.UTF_8).indexOf("\"conf\",\"host\"");
        Files.write(file, Arrays.copyOf(whole, end));

        try (FolderJournal journal = FolderJournal.open(folder);
                Executor executor =
                        Executor.open(world.order(CHANGE), "alice", world.ports(), journal)) {
            assertThat(executor.view().left())
                    .extracting(Step::toString)
                    .containsExactly("conf on a");
            executor.request("alice", new RunRequest.Resume(null));
            assertThat(executor.run().status()).isEqualTo(Status.OK);
        }
        assertThat(world.host("a").acts()).isEqualTo(2);
    }
}
