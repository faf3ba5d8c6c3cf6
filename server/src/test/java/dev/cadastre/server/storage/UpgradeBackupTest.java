package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.storage.backup.BackupFile;
import dev.cadastre.server.storage.backup.Progress;
import dev.cadastre.server.storage.backup.SchemaVersions;
import dev.cadastre.server.storage.backup.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class UpgradeBackupTest {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired private DataSource database;
    @TempDir private Path folder;
    @TempDir private Path home;

    /** A program that knows other versions of the tables. */
    private record Known(Map<String, String> newest) implements Schemas {

        /** As this one, but for one part. */
        static Known with(String part, int more) {
            Map<String, String> newest = new HashMap<>(SchemaVersions.newestKnown());
            newest.merge(part, "", (is, _) -> Integer.toString(Integer.parseInt(is) + more));
            return new Known(newest);
        }

        @Override
        public List<String> parts() {
            return PartSchemas.PARTS;
        }

        @Override
        public void make(Map<String, String> versions) {
            throw new AssertionError("nothing is made");
        }

        @Override
        public void migrate() {
            throw new AssertionError("nothing is migrated");
        }
    }

    private UpgradeBackup backup(boolean wanted, Instant now) {
        return new UpgradeBackup(
                new UpgradeProperties(wanted, folder),
                new Home(home),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void takesOneBeforeAMigration() throws IOException {
        backup(true, START).before(Known.with("estate", 1), database);

        assertThat(files()).containsExactly("before-development-20261123T020000Z.backup");
        try (BackupFile file = BackupFile.open(folder.resolve(files().getFirst()))) {
            file.verify(Progress.NONE);
            assertThat(file.head().schemas()).isEqualTo(SchemaVersions.newestKnown());
            assertThat(file.head().begunAt()).isEqualTo(START);
        }
    }

    @Test
    void takesNoneWhereNothingIsPendingOrNoneIsWanted() throws IOException {
        backup(true, START).before(Known.with("estate", 0), database);
        backup(false, START).before(Known.with("estate", 1), database);

        assertThat(files()).isEmpty();
    }

    @Test
    void keepsTheNewestThreeAndWhatIsNotItsOwn() throws IOException {
        Files.writeString(folder.resolve("mine.backup"), "");
        for (int day = 0; day < 5; day++) {
            UpgradeBackup backup = backup(true, START.plus(Duration.ofDays(day)));
            backup.before(Known.with("estate", 1), database);
            backup.after();
        }

        assertThat(files())
                .containsExactly(
                        "before-development-20261125T020000Z.backup",
                        "before-development-20261126T020000Z.backup",
                        "before-development-20261127T020000Z.backup",
                        "mine.backup");
    }

    @Test
    void takesAnotherInPlaceOfThatOfAStartThatMigratedNothing() throws IOException {
        for (int minute = 0; minute < 5; minute++) {
            backup(true, START.plus(Duration.ofMinutes(minute)))
                    .before(Known.with("estate", 1), database);
        }

        assertThat(files()).containsExactly("before-development-20261123T020400Z.backup");
    }

    /** It is the only one that the program before can read. */
    @Test
    void keepsThatFromBeforeAnUpgradeThatIsHalfDone() throws IOException {
        Path before = Files.createFile(folder.resolve("before-1.2-20261123T010000Z.backup"));
        Map<String, String> then = new HashMap<>(SchemaVersions.newestKnown());
        then.put("inventory", "3");
        new UpgradeMark(before, then).set(home);

        backup(true, START).before(Known.with("estate", 1), database);
        assertThat(files()).containsExactly("before-1.2-20261123T010000Z.backup");

        backup(true, START).after();
        backup(true, START).before(Known.with("estate", 1), database);
        assertThat(files()).hasSize(2);
    }

    @Test
    void leavesDataOfALaterProgramAlone() throws IOException {
        assertThatThrownBy(() -> backup(true, START).before(Known.with("estate", -1), database))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> {
                            assertThat(failure)
                                    .hasMessage(
                                            "The database is newer than this program: part estate"
                                                    + " version 2 instead of at most 1");
                            assertThat(failure.remedy()).contains("that wrote it, or a later one");
                        });
        assertThat(files()).isEmpty();
    }

    @Test
    void knowsTheNewestMigrationOfEachPart() {
        assertThat(SchemaVersions.newestKnown())
                .containsOnlyKeys(PartSchemas.PARTS)
                .containsEntry("estate", "2")
                .containsEntry("inventory", "16");
    }
}
