package dev.cadastre.server.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupFileTest {

    @TempDir private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("one.backup"), bytes);
    }

    private void read(byte[] bytes) throws IOException {
        try (BackupFile file = BackupFile.open(file(bytes))) {
            file.verify(Progress.NONE);
        }
    }

    private static Map<String, String> contents(BackupFile file) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Manifest.Item item : file.items()) {
            try (InputStream in = file.open(item)) {
                contents.put(
                        item.name(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        try (BackupFile file = BackupFile.open(file(SampleBackup.whole()))) {
            file.verify(Progress.NONE);

            assertThat(file.head()).isEqualTo(SampleBackup.head(BackupHead.FORMAT));
            assertThat(file.rows()).isEqualTo(200);
            // The file of series is zeros alone.
            assertThat(file.bytes()).isBetween(9_000L, 11_000L);
            assertThat(file.room()).isBetween(4_000L, 6_000L);
            assertThat(contents(file))
                    .containsEntry("files/probes.d/a.sh", "echo a")
                    .hasEntrySatisfying(
                            SampleBackup.HOSTS.entry(),
                            rows -> assertThat(rows.lines()).hasSize(200));
        }
    }

    @Test
    void refusesEveryBeginningOfABackup() throws IOException {
        byte[] whole = SampleBackup.whole();
        for (int length = 0; length < whole.length; length += 1 + length / 100) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut))
                    .as("cut at " + length)
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("whole");
        }
        byte[] last = Arrays.copyOf(whole, whole.length - 1);
        assertThatThrownBy(() -> read(last)).isInstanceOf(BackupRefused.class);
    }

    /**
     * Some bits say nothing: of what stands before an entry, nobody reads more than where it ends.
     */
    @Test
    void refusesEveryChangedBitThatWouldChangeWhatIsRestored() throws IOException {
        byte[] whole = SampleBackup.whole();
        Map<String, String> before;
        try (BackupFile file = BackupFile.open(file(whole))) {
            before = contents(file);
        }
        List<Integer> harmless = new ArrayList<>();
        for (int place = 0; place < whole.length; place++) {
            byte[] altered = whole.clone();
            altered[place] ^= (byte) (1 << place % 8);
            try (BackupFile file = BackupFile.open(file(altered))) {
                file.verify(Progress.NONE);
                assertThat(contents(file)).as("byte " + place).isEqualTo(before);
                assertThat(file.head()).isEqualTo(SampleBackup.head(BackupHead.FORMAT));
                assertThat(file.rows()).isEqualTo(200);
                harmless.add(place);
            } catch (BackupRefused e) {
                assertThat(e.code()).as("byte " + place).isEqualTo("backup.damaged");
            }
        }
        assertThat(harmless).hasSizeLessThan(whole.length / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files/../evil",
                "files/series/../../evil",
                "files//etc/passwd",
                "files/series/a\\b",
                "files/master.key",
                "files/cli-token",
                "files/postgres/data/PG_VERSION",
                "files/parcels/index.json",
                "files/series/a/b/c/d/e/f/g/h/i",
                "tables/estate/host.sql",
                "tables/estate/\u001b[2Jhost.copy",
                "notes.txt",
                "\u202etxt.nosj",
                "files/"
            })
    void refusesFilesThatNoBackupHas(String name) throws IOException {
        Map<String, byte[]> entries = SampleBackup.entries(name);
        byte[] bytes = SampleBackup.zip(entries, SampleBackup.manifest(entries));

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no backup has a file")
                .hasMessageMatching("\\P{C}*");
    }

    @Test
    void refusesTextsThatWouldCommandATerminal() throws IOException {
        BackupHead head = SampleBackup.head(BackupHead.FORMAT);
        for (BackupHead hostile :
                List.of(
                        new BackupHead(
                                1,
                                "1.2",
                                "db1\u001b]0;x\u0007",
                                head.begunAt(),
                                18,
                                Map.of(),
                                null,
                                List.of()),
                        new BackupHead(
                                9, "1\n", "db1", head.begunAt(), 18, Map.of(), null, List.of()),
                        new BackupHead(
                                1,
                                "1",
                                "db1",
                                head.begunAt(),
                                18,
                                Map.of("\r", "1"),
                                null,
                                List.of()))) {
            byte[] bytes = SampleBackup.whole(hostile);

            assertThatThrownBy(() -> read(bytes))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("backup.json has texts that are none")
                    .hasMessageMatching("\\P{C}*");
        }
    }

    @Test
    void refusesEntriesThatNoManifestLists() throws IOException {
        byte[] bytes =
                SampleBackup.zip(
                        SampleBackup.entries("tables/estate/more.copy"),
                        SampleBackup.manifest(SampleBackup.entries()));

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("not listed");
    }

    @Test
    void refusesTablesWithoutRowsAndRowsWithoutATable() throws IOException {
        Map<String, byte[]> entries = SampleBackup.entries();
        entries.put(BackupHead.ENTRY, BackupJson.write(SampleBackup.head(BackupHead.FORMAT)));
        byte[] without = SampleBackup.zip(entries, SampleBackup.manifest(entries));
        assertThatThrownBy(() -> read(without))
                .hasMessageEndingWith("tables/estate/added_environment.copy is not in it once");

        entries.put(SampleBackup.HOSTS.entry(), SampleBackup.text(""));
        entries.put("tables/estate/more.copy", SampleBackup.text(""));
        byte[] beyond = SampleBackup.zip(entries, SampleBackup.manifest(entries));
        assertThatThrownBy(() -> read(beyond))
                .hasMessageEndingWith("tables/estate/more.copy is of no table that it tells of");
    }

    @Test
    void refusesWhatIsListedAndNotThere() throws IOException {
        byte[] bytes =
                SampleBackup.zip(
                        SampleBackup.entries(),
                        SampleBackup.manifest(SampleBackup.entries("tables/estate/more.copy")));

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("is listed");
    }

    @Test
    void refusesATableThatHasNotAsManyRowsAsIsListed() throws IOException {
        Map<String, byte[]> entries = SampleBackup.entries();
        entries.put(BackupHead.ENTRY, BackupJson.write(SampleBackup.head(BackupHead.FORMAT)));
        byte[] rows = SampleBackup.text("a\\nb\tc\nd\te\n");
        List<Manifest.Item> items = new ArrayList<>();
        entries.forEach((name, content) -> items.add(SampleBackup.item(name, content)));
        String table = SampleBackup.HOSTS.entry();
        entries.put(table, rows);
        items.add(SampleBackup.item(table, rows, 2L));
        read(SampleBackup.zip(entries, BackupJson.write(new Manifest(items))));

        items.removeLast();
        items.add(SampleBackup.item(table, rows, 12_345L));
        byte[] wrong = SampleBackup.zip(entries, BackupJson.write(new Manifest(items)));

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(BackupRefused.class)
                .hasMessageEndingWith(table + " has 2 rows instead of 12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "text that somebody has appended to the file"})
    void refusesWhatFollowsItsEnd(String more) throws IOException {
        byte[] whole = SampleBackup.whole();
        byte[] longer = Arrays.copyOf(whole, whole.length + more.length());
        System.arraycopy(SampleBackup.text(more), 0, longer, whole.length, more.length());

        assertThatThrownBy(() -> read(longer)).isInstanceOf(BackupRefused.class);
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        Map<String, byte[]> entries = SampleBackup.entries("sequences.json", "sequences.jsom");
        byte[] bytes = SampleBackup.zip(entries, SampleBackup.manifest(entries));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] twice =
                text.replace("sequences.jsom", "sequences.json")
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("twice");
    }

    /** So much packs to a thousandth, and the manifest says that it is ten bytes. */
    @Test
    void readsNoMoreThanIsListed() throws IOException {
        Map<String, byte[]> listed = SampleBackup.entries();
        listed.put("sequences.json", new byte[10]);
        Map<String, byte[]> packed = SampleBackup.entries();
        packed.put("sequences.json", new byte[64 << 20]);
        byte[] bomb = SampleBackup.zip(packed, SampleBackup.manifest(listed));
        long[] read = {0};

        try (BackupFile file = BackupFile.open(file(bomb))) {
            assertThatThrownBy(() ->
                            file.verify(
                                    new Progress() {
                                        @Override
                                        public void bytes(long more) {
                                            read[0] += more;
                                        }
                                    }))
                    .hasMessageContaining("not what was written");
        }

        assertThat(read[0]).isLessThan(1 << 20);
    }

    @Test
    void refusesALaterFormatAndNamesTheProgram() throws IOException {
        Map<String, byte[]> entries = SampleBackup.entries();
        entries.put(BackupHead.ENTRY, BackupJson.write(SampleBackup.head(2)));
        byte[] bytes = SampleBackup.zip(entries, SampleBackup.manifest(entries));

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo("backup.newer");
                            assertThat(refused).hasMessageContaining("format 2");
                            assertThat(refused.remedy()).contains("version 1.2");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"format\":1}",
                "{\"format\":0,\"program\":\"1\",\"begunAt\":\"2026-11-23T02:00:00Z\",\"schemas\":{},\"tables\":[]}",
                "{\"format\":1,\"program\":\"1\",\"begunAt\":\"x\",\"schemas\":{},\"tables\":[]}",
                "{\"format\":1,\"program\":\"1\",\"begunAt\":\"2026-11-23T02:00:00Z\",\"schemas\":{},\"tables\":[null]}",
                "{\"format\":1,\"program\":\"1\",\"begunAt\":\"2026-11-23T02:00:00Z\",\"schemas\":{},\"tables\":[{}]}"
            })
    void refusesAHeadThatLacksSomething(String head) throws IOException {
        Map<String, byte[]> entries = SampleBackup.entries();
        entries.put(BackupHead.ENTRY, SampleBackup.text(head));
        byte[] bytes = SampleBackup.zip(entries, SampleBackup.manifest(entries));

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(BackupRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"entries\":[null]}", "{\"entries\":[{\"name\":\"x\"}]}"})
    void refusesAManifestThatLacksSomething(String manifest) throws IOException {
        byte[] bytes = SampleBackup.zip(SampleBackup.entries(), SampleBackup.text(manifest));

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(BackupRefused.class);
    }

    @Test
    void refusesWhatIsNoFileAndWhatIsNotThere() {
        assertThatThrownBy(() -> BackupFile.open(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        BackupRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("backup.missing"));
        assertThatThrownBy(() -> BackupFile.open(folder)).isInstanceOf(BackupRefused.class);
    }
}
