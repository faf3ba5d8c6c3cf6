package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.storage.backup.BackupFile;
import dev.cadastre.server.storage.backup.BackupRefused;
import dev.cadastre.server.storage.backup.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class RestoreTest {

    /** The entry that a backup begins with. */
    private static final String DESCRIPTION = "backup.json";

    private static final String TABLES =
            """
            select format('%I.%I', n.nspname, c.relname) from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any(?) and c.relkind in ('r', 'p') order by 1
            """;

    private static final String FORM =
            """
            select format('%s.%s %s', schemaname, tablename, replace(indexdef, indexname, ''))
            from pg_indexes where schemaname = any(?)
            union all
            select format('%s %s', conrelid::regclass, pg_get_constraintdef(c.oid))
            from pg_constraint c join pg_namespace n on n.oid = c.connamespace
            where n.nspname = any(?) and contype in ('f', 'p', 'u', 'c')
            union all
            select format('%s.%s %s', schemaname, sequencename, last_value)
            from pg_sequences where schemaname = any(?)
            order by 1
            """;

    @TempDir private Path folder;

    @Autowired private Backups backups;
    @Autowired private DataSource database;
    @Autowired private JdbcClient jdbc;
    @Autowired private Home home;

    private Path backup = Path.of("");
    private Map<String, String> before = Map.of();
    private List<String> form = List.of();

    /**
     * The server goes on with its work, so that what is backed up is what was there all the time.
     */
    @BeforeEach
    void take() throws IOException, SQLException {
        jdbc.sql(
                        "insert into estate.added_environment values ('r\\t\n1', 'é', now())"
                                + " on conflict do nothing")
                .update();
        backup = folder.resolve("one.backup");
        do {
            before = contents(database);
            form = strings(database, FORM, 3);
            try (OutputStream out = Files.newOutputStream(backup)) {
                backups.take(() -> out);
            }
        } while (!contents(database).equals(before) || !strings(database, FORM, 3).equals(form));
    }

    private RestoreOrder order(Path target) {
        return new RestoreOrder(backup, target, null, null, null, true);
    }

    private static List<String> strings(DataSource source, String sql, int arrays) {
        try (Connection connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= arrays; i++) {
                statement.setArray(
                        i, connection.createArrayOf("text", PartSchemas.PARTS.toArray()));
            }
            List<String> strings = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    strings.add(row.getString(1));
                }
            }
            return strings;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** How many rows each table has, and a sum over all of them. */
    private static Map<String, String> contents(DataSource source) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : strings(source, TABLES, 1)) {
                try (ResultSet row =
                        statement.executeQuery(
                                "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t"
                                        .formatted(table))) {
                    row.next();
                    contents.put(table, row.getString(1));
                }
            }
        }
        return contents;
    }

    /** Also where a restore of another backup was cut, on which no server starts. */
    @Test
    void makesTheSameTablesOfABackup() throws IOException, SQLException {
        Path target = Files.createDirectory(folder.resolve("restored"));
        Files.createDirectories(target.resolve("series/000"));
        RestoreMark.setLoaded(target, "another into the home");
        assertThatThrownBy(() -> RestoreMark.requireNone(new Home(target)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("has begun and not ended");

        new Restore(order(target), Progress.NONE).run();

        EmbeddedPostgres restored = EmbeddedPostgres.start(new Home(target));
        try {
            assertThat(contents(restored.dataSource()))
                    .containsKeys("access.audit", "timeline.event", "inventory.fact_open")
                    .isEqualTo(before);
            assertThat(strings(restored.dataSource(), FORM, 3)).isEqualTo(form);
        } finally {
            restored.close();
        }
        RestoreMark.requireNone(new Home(target));
        assertThat(target.resolve("series/000")).doesNotExist();
        assertThat(target.resolve("master.key")).doesNotExist();
        assertThat(target.resolve("cli-token")).doesNotExist();
    }

    @Test
    void endsWhatWasCutWhenAllWasThere() throws IOException {
        Path target = Files.createDirectory(folder.resolve("loaded"));
        Path there = Files.createFile(target.resolve("estate.ini"));
        try (BackupFile file = BackupFile.open(backup)) {
            RestoreMark.setLoaded(target, file.sum() + " into the home");
        }

        new Restore(order(target), Progress.NONE).run();

        assertThat(RestoreMark.isIn(target)).isFalse();
        assertThat(there).exists();
    }

    @Test
    void restoresOverNothingThatIsThere() throws IOException {
        assertThatThrownBy(() -> new Restore(order(home.path()), Progress.NONE).run())
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("is not empty: it has")
                .hasMessageContaining("postgres");

        Path target = Files.createDirectory(folder.resolve("used"));
        Files.writeString(target.resolve("notes"), "mine");
        assertThatThrownBy(() -> new Restore(order(target), Progress.NONE).run())
                .hasMessageContaining("it has notes");
        assertThat(target.resolve("notes")).hasContent("mine");
    }

    /** Before all of it is verified, which takes longer. */
    @Test
    void asksWhetherThereIsRoomWhereTheHomeIsStillToBeMade() {
        var none = new RestoreHome(folder.resolve("none/yet"));

        none.requireRoom(1);

        assertThatThrownBy(() -> none.requireRoom(Long.MAX_VALUE))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("when it is unpacked");
    }

    @Test
    void restoresIntoNoFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new Restore(order(file), Progress.NONE).run())
                .isInstanceOf(BackupRefused.class)
                .hasMessage("The home %s is a file, and has to be a folder".formatted(file));
    }

    @Test
    void namesOnlySomeOfWhatIsThere() {
        assertThat(RestoreDatabase.some(List.of("a", "b", "c"))).isEqualTo("a, b, c");
        assertThat(RestoreDatabase.some(List.of("a", "b", "c", "d", "e")))
                .isEqualTo("a, b, c and 2 more");
    }

    @Test
    void refusesAKeyThatIsNone() throws IOException {
        Path target = Files.createDirectory(folder.resolve("with-no-key"));
        Files.write(target.resolve(MasterKey.FILE), new byte[] {-2, -1, 0});

        assertThatThrownBy(() -> new Restore(order(target), Progress.NONE).run())
                .isInstanceOf(BackupRefused.class)
                .hasMessage(target.resolve(MasterKey.FILE) + " is no key of 32 bytes in base64");
    }

    @Test
    void writesNothingOfAnAlteredBackup() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        // Of headers between entries nothing is read.
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(DESCRIPTION);
        bytes[header + DESCRIPTION.length() + 40] ^= 4;
        Files.write(backup, bytes);
        Path target = folder.resolve("of-altered");

        assertThatThrownBy(() -> new Restore(order(target), Progress.NONE).run())
                .isInstanceOf(BackupRefused.class);

        assertThat(target).doesNotExist();
    }
}
