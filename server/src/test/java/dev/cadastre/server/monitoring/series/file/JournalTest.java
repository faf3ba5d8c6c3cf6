package dev.cadastre.server.monitoring.series.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Headings HEADINGS =
            Headings.of(List.of(Metric.of("load", 0, Unit.NONE), Metric.of("öl", 0, Unit.NONE)));

    @TempDir private Path folder;

    /** What a journal told, a line each. */
    private static final class Heard implements JournalReader.Listener {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void reading(long segment, long monitor, Reading reading) {
            lines.add(
                    "%d: %d at %d: %s %s"
                            .formatted(
                                    segment,
                                    monitor,
                                    reading.second(),
                                    reading.headings().labels().getLast().label(),
                                    reading.values().get(1)));
        }

        @Override
        public void forgotten(long monitor) {
            lines.add("forget " + monitor);
        }
    }

    private static Reading at(long second) {
        return new Reading(second, HEADINGS, Values.of((double) second, 0.5), false);
    }

    private List<String> heard() throws IOException {
        Heard heard = new Heard();
        Journal.open(folder, heard).close();
        return heard.lines;
    }

    private Journal open() throws IOException {
        return Journal.open(folder, new Heard());
    }

    private long segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void tellsInOrderWhatWasWritten() throws IOException {
        try (Journal journal = open()) {
            journal.headings(7, HEADINGS);
            journal.reading(7, at(60));
            journal.rotate();
            journal.headings(7, HEADINGS);
            journal.reading(7, at(120));
            journal.forgotten(8);
        }

        assertThat(heard())
                .containsExactly("1: 7 at 60: öl 0.5", "2: 7 at 120: öl 0.5", "forget 8");
    }

    @Test
    void removesSegmentsThatAreNotNeeded() throws IOException {
        try (Journal journal = open()) {
            journal.rotate();
            journal.rotate();
            journal.release(2);
            assertThat(segments()).isEqualTo(2);
            journal.release(100);
            assertThat(segments()).isEqualTo(1);
        }
    }

    @Test
    void tellsAllBeforeThePlaceWhereItBreaksOff() throws IOException {
        try (Journal journal = open()) {
            journal.headings(7, HEADINGS);
            IntStream.rangeClosed(1, 3).forEach(i -> write(journal, i));
        }
        Path file = folder.resolve("000000000001.journal");
        byte[] whole = Files.readAllBytes(file);
        int before = 0;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int told = heard().size();
            assertThat(told).isBetween(before, before + 1);
            before = told;
            Files.delete(folder.resolve("000000000002.journal"));
        }
        assertThat(before).isEqualTo(3);
    }

    @Test
    void tellsNothingThatIsNotAsItWasWritten() throws IOException {
        try (Journal journal = open()) {
            journal.headings(7, HEADINGS);
            IntStream.rangeClosed(1, 3).forEach(i -> write(journal, i));
        }
        Path file = folder.resolve("000000000001.journal");
        byte[] whole = Files.readAllBytes(file);
        List<String> all = heard();
        for (int at = 0; at < whole.length; at++) {
            byte[] noisy = whole.clone();
            noisy[at] ^= 0x55;
            Files.write(file, noisy);
            List<String> told = heard();
            assertThat(all.subList(0, told.size())).isEqualTo(told);
        }
    }

    private static void write(Journal journal, long second) {
        try {
            journal.reading(7, at(second));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
