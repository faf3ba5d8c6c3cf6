package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.storage.backup.BackupHead;
import dev.cadastre.server.storage.backup.SampleBackup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceTest {

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path backup = Path.of("");

    /** It is whole, and no server wrote it: its table has other columns. */
    @BeforeEach
    void write() throws IOException {
        backup = Files.write(folder.resolve("one.backup"), SampleBackup.whole());
    }

    private int run(String... arguments) {
        return new Maintenance(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        SampleDefaults.NONE)
                .run(arguments);
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsOfABackupWhatIsVerified() {
        assertThat(run("backup", "verify", backup.toString())).isZero();

        assertThat(text(out))
                .startsWith("The contents of %s are whole.\n".formatted(backup))
                .contains("1 tables, 200 rows", "none needed");
    }

    @Test
    void verifiesNoneThatIsNewerThanThisProgram() throws IOException {
        BackupHead newer =
                new BackupHead(
                        BackupHead.FORMAT,
                        "99.0",
                        "db1",
                        Instant.EPOCH,
                        18,
                        Map.of("estate", "9999"),
                        null,
                        List.of());
        Files.write(backup, SampleBackup.whole(newer));

        assertThat(run("backup", "verify", backup.toString())).isEqualTo(1);

        assertThat(text(err)).contains("newer than this program: part estate version 9999");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void tellsThatARestoreHasBegunWhereItFailsAfterwards() {
        Path home = folder.resolve("home");

        assertThat(run("restore", backup.toString(), "--home", home.toString())).isEqualTo(1);

        assertThat(text(err))
                .contains("estate.added_environment has other columns")
                .contains("The home %s is marked".formatted(home))
                .doesNotContain("is full")
                .doesNotContain("nothing of this one was used");
        assertThat(RestoreMark.isIn(home)).isTrue();
    }

    @Test
    void saysNothingOfTheHomeWhereNothingHasBegun() throws IOException {
        Files.write(backup, new byte[100]);
        Path home = folder.resolve("home");

        assertThat(run("restore", backup.toString(), "--home", home.toString())).isEqualTo(1);

        assertThat(text(err)).contains("is no whole backup").doesNotContain("marked");
        assertThat(home).doesNotExist();
    }
}
