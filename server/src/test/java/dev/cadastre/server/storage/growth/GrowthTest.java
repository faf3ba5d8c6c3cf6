package dev.cadastre.server.storage.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.storage.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class GrowthTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired private GrowthTable table;
    @Autowired private Home home;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void forget() {
        jdbc.sql("delete from storage.growth").update();
    }

    private Growth growth() {
        return new Growth(table, home, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void sampled(Taken.Kind kind, String name, int daysAgo, long bytes) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        jdbc.sql("insert into storage.growth (day, kind, name, at, bytes) values (?, ?, ?, ?, ?)")
                .params(
                        LocalDate.ofInstant(at, ZoneOffset.UTC),
                        kind.name(),
                        name,
                        Timestamp.from(at),
                        bytes)
                .update();
    }

    private static Taken named(List<Taken> all, String name) {
        return all.stream().filter(one -> one.name().equals(name)).findAny().orElseThrow();
    }

    @Test
    void countsPartitionsForTheTableThatHasThem() {
        List<Taken> tables = growth().report().tables();

        assertThat(tables)
                .extracting(Taken::name)
                .contains("timeline.event", "storage.growth")
                .noneMatch(name -> name.startsWith("timeline.event_"));
        assertThat(named(tables, "timeline.event").bytes()).isPositive();
    }

    @Test
    void tellsWhatAFolderTakesAndHowThatGrows() throws IOException {
        Files.writeString(home.folder("growth-test").resolve("one"), "x".repeat(5_000));
        sampled(Taken.Kind.FOLDER, "growth-test", 4, 1_000);
        sampled(Taken.Kind.FOLDER, "growth-test", 90, 4_999);

        Taken folder = named(growth().report().folders(), "growth-test");

        assertThat(folder.bytes()).isBetween(5_000L, 100_000L);
        assertThat(folder.perDay()).isEqualTo(Math.round((folder.bytes() - 1_000) / 4.0));
    }

    @Test
    void countsNoHolesOfFiles() throws IOException {
        Path sparse = home.folder("growth-test-sparse").resolve("one");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(1 << 30);
        }

        assertThat(named(growth().report().folders(), "growth-test-sparse").bytes())
                .isLessThan(1 << 20);
    }

    @Test
    void tellsWhenTheDiskIsFull() {
        DiskRoom before = growth().report().disk();
        assertThat(before.fullAt()).isNull();
        sampled(Taken.Kind.DISK, "home", 2, 0);

        DiskRoom disk = growth().report().disk();

        assertThat(disk.perDay()).isPositive();
        assertThat(disk.fullAt()).isAfter(NOW);
    }

    @Test
    void keepsTheFirstFiguresOfADay() {
        sampled(Taken.Kind.DISK, "home", 0, 7);
        sampled(Taken.Kind.DISK, "home", 401, 7);

        growth().sample();

        assertThat(
                        jdbc.sql("select bytes from storage.growth where kind = 'DISK'")
                                .query(Long.class)
                                .list())
                .containsExactly(7L);
        assertThat(
                        jdbc.sql("select name from storage.growth where kind = 'TABLE'")
                                .query(String.class)
                                .list())
                .contains("timeline.event");
    }
}
