package dev.cadastre.server.storage.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Backups without a database: one as it should be, and others made by hand. */
public final class SampleBackup {

    static final StoredTable HOSTS =
            new StoredTable("estate", "added_environment", null, List.of("name", "added_by"));

    private SampleBackup() {}

    static BackupHead head(int format) {
        return head(format, List.of(HOSTS));
    }

    private static BackupHead head(int format, List<StoredTable> tables) {
        return new BackupHead(
                format,
                "1.2",
                "db1",
                Instant.parse("2026-11-23T02:00:00Z"),
                18,
                Map.of("estate", "2"),
                null,
                tables);
    }

    /** A whole one of some kilobytes. */
    public static byte[] whole() throws IOException {
        return whole(head(BackupHead.FORMAT));
    }

    /** A whole one with another head. */
    public static byte[] whole(BackupHead head) throws IOException {
        var target = new ByteArrayOutputStream();
        try (BackupWriter writer = new BackupWriter(target, Progress.NONE)) {
            writer.document(BackupHead.ENTRY, head);
            for (StoredTable table : head.tables()) {
                writer.table(table, SampleBackup::rows);
            }
            writer.document(StoredSequence.ENTRY, List.of());
            writer.file("probes.d/a.sh", text("echo a"));
            writer.file("series/0a1/7-0.series", new byte[5_000]);
            writer.finish();
        }
        return target.toByteArray();
    }

    private static long rows(OutputStream target) throws IOException {
        for (int row = 0; row < 200; row++) {
            target.write(text("environment%d\tsomebody\n".formatted(row)));
        }
        return 200;
    }

    /** Entries as they are named, behind a manifest that lists those and is right about them. */
    static Map<String, byte[]> entries(String... more) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        List<StoredTable> tables =
                Stream.of(more)
                        .filter(name -> name.matches("tables/estate/\\w+\\.copy"))
                        .map(name -> name.replaceAll(".*/|\\.copy", ""))
                        .map(name -> new StoredTable("estate", name, null, List.of("name")))
                        .toList();
        entries.put(BackupHead.ENTRY, BackupJson.write(head(BackupHead.FORMAT, tables)));
        for (String name : more) {
            entries.put(name, text("content of " + name));
        }
        return entries;
    }

    static byte[] manifest(Map<String, byte[]> entries) {
        List<Manifest.Item> items = new ArrayList<>();
        entries.forEach((name, content) -> items.add(item(name, content)));
        return BackupJson.write(new Manifest(items));
    }

    static Manifest.Item item(String name, byte[] content) {
        return item(name, content, null);
    }

    static Manifest.Item item(String name, byte[] content, @Nullable Long rows) {
        MessageDigest digest = Digest.begin();
        return new Manifest.Item(
                name, content.length, HexFormat.of().formatHex(digest.digest(content)), rows);
    }

    /** The JDK's own ZIP of these. */
    static byte[] zip(Map<String, byte[]> entries, byte[] manifest) throws IOException {
        var target = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(target)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest);
        }
        return target.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
