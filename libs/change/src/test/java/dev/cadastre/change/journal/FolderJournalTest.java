package dev.cadastre.change.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderJournalTest {

    @TempDir Path temp;

    private Path folder() {
        return temp.resolve("runs").resolve("42");
    }

    private Path file() {
        return folder().resolve(FolderJournal.FILE);
    }

    private byte[] written(List<RunEntry> entries) throws IOException {
        try (FolderJournal journal = FolderJournal.open(folder())) {
            journal.write(entries.subList(0, 1));
            journal.write(entries.subList(1, entries.size()));
        }
        return Files.readAllBytes(file());
    }

    @Test
    void keepsWhatIsWrittenForWhoeverReadsItNext() throws IOException {
        List<RunEntry> entries = Samples.run();
        written(entries);

        try (FolderJournal journal = FolderJournal.open(folder())) {
            assertThat(journal.entries()).isEqualTo(entries);
            journal.write(
                    List.of(new RunEntry.Finished(Samples.NOW, Status.STOPPED, "halted by alice")));
        }
        JournalReading reading = FolderJournal.read(folder());
        assertThat(reading.entries()).hasSize(entries.size() + 1);
        assertThat(reading.torn()).isZero();
        assertThat(reading.problem()).isEmpty();
        assertThat(RunView.of(reading.entries()).reason()).isEqualTo("halted by alice");
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        written(Samples.run());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void isWrittenByOneOnly() throws IOException {
        try (FolderJournal journal = FolderJournal.open(folder())) {
            // Reading it does not give the lock away.
            FolderJournal.read(folder());
            assertThatThrownBy(() -> FolderJournal.open(folder()))
                    .isInstanceOf(FolderJournal.InUse.class)
                    .hasMessage("%s is being written: the run is going on elsewhere", file());
            journal.write(Samples.run().subList(0, 1));
        }
        FolderJournal.open(folder()).close();
    }

    @Test
    void isReadWhereverItsWriterWasKilled() throws IOException {
        List<RunEntry> entries = Samples.run();
        byte[] whole = written(entries);
        for (int length = 0; length <= whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            String text = new String(part, StandardCharsets.ISO_8859_1);
            int lines = (int) text.chars().filter(c -> c == '\n').count();

            JournalReading reading = JournalReader.read(part);

            assertThat(reading.problem()).isEmpty();
            assertThat(reading.entries()).isEqualTo(entries.subList(0, lines));
            assertThat(reading.length() + reading.torn()).isEqualTo(length);
        }
    }

    @Test
    void goesOnAfterTheLastEntryThatIsWhole() throws IOException {
        List<RunEntry> entries = Samples.run();
        byte[] whole = written(entries);
        for (int cut = 1; cut < 200; cut += 7) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - cut));
            int known;
            try (FolderJournal journal = FolderJournal.open(folder())) {
                known = journal.entries().size();
                journal.write(entries.subList(known, entries.size()));
            }
            assertThat(known).isLessThan(entries.size());
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
    }

    @Test
    void takesWhatAMachineDidNotGetToTheDiskForTorn() throws IOException {
        byte[] whole = written(Samples.run());
        byte[] zeroed = Arrays.copyOf(whole, whole.length);
        Arrays.fill(zeroed, whole.length - 300, whole.length, (byte) 0);
        Files.write(file(), zeroed);

        JournalReading reading = FolderJournal.read(folder());

        assertThat(reading.problem()).isEmpty();
        assertThat(reading.torn()).isGreaterThanOrEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"entry\":3,; \"entry\":4,; line 3 is no entry: it is entry 4, not 3",
                "\"effect\":\"CHANGES\"; \"effect\":\"CHANGE\"; line 2 is no entry: effect is not what"
                        + " it should be",
                "\"step\":\"OPEN\"; \"step\":\"SHUT\"; line 4 is no entry: step is not what it"
                        + " should be: SHUT",
                "\"took\":\"PT1.5S\"; \"took\":1; line 6 is no entry: took is not what it should"
                        + " be",
                "\"status\":\"OK\"; \"status\":\"PENDING\"; line 6 is no entry: nothing ends as"
                        + " PENDING",
                "\"kind\":\"locked\"; \"kind\":\"licked\"; line 5 is no entry: no kind of entry is"
                        + " licked",
                "\"of\":\"conf\"; \"of\":\"cönf\"; the entries are not those of a run: no job cönf",
                "\"approval\":true; \"approval\":truth; line 1 is no entry: no value at column"
            })
    void refusesWhatIsNotAsItWasWritten(String from, String to, String problem) throws IOException {
        String text = new String(written(Samples.run()), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file(), text.replaceFirst(Pattern.quote(from), to));

        assertThat(FolderJournal.read(folder()).problem()).startsWith(problem);
        assertThatThrownBy(() -> FolderJournal.open(folder()))
                .isInstanceOf(FolderJournal.Damaged.class)
                .hasMessageContaining(problem)
                .hasMessageEndingWith("; what was done must be found out by hand");
    }

    @Test
    void isNotHarmedByAnInterrupt() throws IOException {
        try (FolderJournal journal = FolderJournal.open(folder())) {
            Thread.currentThread().interrupt();
            journal.write(Samples.run());
            assertThat(Thread.interrupted()).isTrue();
            journal.write(List.of(new RunEntry.Locked(Samples.NOW, Place.host("web1"))));
        }
        assertThat(FolderJournal.read(folder()).entries()).hasSize(Samples.run().size() + 1);
    }

    @Test
    void writesNoMoreAfterItCouldNot() throws IOException {
        FolderJournal journal = FolderJournal.open(folder());
        journal.close();

        assertThatThrownBy(() -> journal.write(Samples.run())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> journal.write(Samples.run()))
                .isInstanceOf(IOException.class)
                .hasMessage("%s could not be written before", file());
    }

    @Test
    void isWrittenAsItsFormatSays() throws IOException {
        written(Samples.run());

        assertThat(Files.readAllLines(file())).isEqualTo(Samples.lines());
    }
}
