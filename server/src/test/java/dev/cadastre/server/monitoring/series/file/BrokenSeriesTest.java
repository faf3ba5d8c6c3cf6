package dev.cadastre.server.monitoring.series.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process finds that follows one which ended in the midst of its work, or bad luck. */
class BrokenSeriesTest {

    private static final double GAP = Double.NaN;

    @TempDir private Path folder;

    private Monitored series;

    @BeforeEach
    void open() {
        series = new Monitored(folder.resolve("series"));
    }

    @AfterEach
    void close() {
        series.close();
    }

    private Path file() {
        return series.home().resolve("007/7-0.series");
    }

    /** What is on the disk at this moment. */
    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> all = Files.walk(series.home())) {
            all.forEach(path -> copy(path, copy.resolve(series.home().relativize(path))));
        }
        return copy;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut(Path path, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    @Test
    void knowsWhatTheProcessBeforeHadTakenInOnly() throws IOException {
        series.next("load", 1);
        series.next("load", 2);
        series.write();
        series.next("load", 3);
        series.next("load", 4);
        series.restart(copy());

        assertThat(series.last("load", 4)).containsExactly(1, 2, 3, 4);
        assertThat(series.files().figures().refused()).isZero();
    }

    @Test
    void writesNothingTwiceThatTheJournalStillHolds() throws IOException {
        series.next("load", 1);
        series.next("load", 2);
        series.write();
        series.restart(copy());
        series.write();

        assertThat(series.last("load", 2)).containsExactly(1, 2);
        assertThat(series.files().figures().refused()).isZero();
    }

    @Test
    void forgetsWhatTheProcessBeforeHadNotRemovedYet() throws IOException {
        series.next("load", 1);
        series.write();
        series.files().forget(Monitored.MONITOR);
        series.next("load", 2);
        Path copy = copy();
        series.restart(copy);
        while (series.files().removeNext()) {}

        assertThat(copy.resolve("007/7-0.series")).doesNotExist();
    }

    @Test
    void losesAtMostTheResultInWhichTheJournalBreaksOff() throws IOException {
        series.next("load", 1);
        series.next("load", 2);
        Path copy = copy();
        Path journal = copy.resolve("journal/000000000001.journal");
        cut(journal, Files.size(journal) - 1);
        series.restart(copy);

        assertThat(series.last("load", 2)).containsExactly(1, GAP);
    }

    @Test
    void hasTheStateOfBeforeIfAWriteBreaksOff() throws IOException {
        series.next("load", 1);
        series.next("load", 2);
        series.write();
        FileLayout layout = RoundRobinFile.layout(file());
        try (RoundRobinFile file =
                RoundRobinFile.open(
                        file(),
                        layout,
                        Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE))) {
            file.update(series.clock.instant().getEpochSecond() + 60, new double[] {3});
            file.commit();
        }
        overwrite(file(), layout.slot(3), 20);

        assertThat(series.last("load", 2)).containsExactly(1, 2);
        series.next("load", 4);
        assertThat(series.last("load", 3)).containsExactly(1, 2, 4);
        assertThat(series.files().figures().lost()).isZero();
    }

    private static void overwrite(Path path, long at, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[bytes];
            Arrays.fill(noise, (byte) 0x5A);
            channel.write(ByteBuffer.wrap(noise), at);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 600, 3_000, 4_096, 100_000})
    void setsACutFileAsideAndBeginsAFreshOne(long size) throws IOException {
        series.next("load", 1);
        series.write();
        cut(file(), size);
        series.next("load", 2);
        series.write();
        series.next("load", 3);

        assertThat(series.last("load", 3)).containsExactly(GAP, 2, 3);
        assertThat(file().resolveSibling("7-0.series.broken")).exists();
        assertThat(series.files().figures().lost()).isEqualTo(1);
        assertThat(series.files().figures().failed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 20, 600})
    void setsAFileWithNoiseAside(int at) throws IOException {
        series.next("load", 1);
        series.write();
        overwrite(file(), at, 2_500);
        series.restart(series.home());
        series.next("load", 2);

        assertThat(series.last("load", 2)).endsWith(2);
        assertThat(series.files().figures().lost()).isEqualTo(1);
    }

    @Test
    void readsWhatIsLeftIfAFileIsBrokenOnlyWhenRead() throws IOException {
        series.next("load", 1);
        series.write();
        cut(file(), 5_000);

        assertThat(
                        series.files()
                                .read(
                                        Monitored.MONITOR,
                                        label -> true,
                                        Monitored.START,
                                        series.clock.instant(),
                                        10)
                                .lines())
                .isEmpty();
    }

    @Test
    void keepsValuesOfWhichNobodyRemembersTheUnit() throws IOException {
        series.next(Metric.of("time", 5, Unit.of("ms")));
        series.write();
        Path copy = copy();
        Files.writeString(copy.resolve("007/7-.told"), "noise");
        Files.delete(copy.resolve("journal/000000000001.journal"));
        series.restart(copy);

        assertThat(series.last("time", 1)).containsExactly(0.005);
    }

    @Test
    void triesAgainWhatTheDiskDidNotTake() throws IOException {
        Files.writeString(series.home().resolve("007"), "in the way");
        series.next("load", 1);
        series.write(1);
        assertThat(series.files().figures().failed()).isEqualTo(1);
        assertThat(series.files().figures().waiting()).isEqualTo(1);

        Files.delete(series.home().resolve("007"));
        series.write();
        assertThat(series.last("load", 1)).containsExactly(1);
        assertThat(series.files().figures().waiting()).isZero();
    }
}
