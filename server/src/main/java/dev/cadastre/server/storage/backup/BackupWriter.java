package dev.cadastre.server.storage.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the file of a backup, from its first byte to its last. Not thread-safe. */
final class BackupWriter implements FileSink, AutoCloseable {

    private static final int BUFFER = 128 << 10;

    private final ZipStream zip;
    private final Progress progress;
    private final List<Manifest.Item> items = new ArrayList<>();

    /** The caller closes the target. */
    BackupWriter(OutputStream target, Progress progress) {
        this.zip = new ZipStream(target);
        this.progress = progress;
    }

    /** What writes an entry, and how many rows it wrote. */
    interface Rows {
        long write(OutputStream target) throws IOException;
    }

    void table(StoredTable table, Rows rows) throws IOException {
        String name = table.entry();
        Entry entry = begin(name);
        // Rows come one by one, and are digested many at a time.
        OutputStream gathered = new BufferedOutputStream(entry, BUFFER);
        long written = rows.write(gathered);
        gathered.flush();
        entry.end(written);
    }

    void document(String name, Object document) throws IOException {
        add(name, BackupJson.write(document));
    }

    @Override
    public void file(String path, byte[] content) throws IOException {
        add(HomeFiles.ENTRY + path, content);
    }

    @Override
    public void file(String path, Path source) throws IOException {
        try (InputStream content = Files.newInputStream(source)) {
            Entry entry = begin(HomeFiles.ENTRY + path);
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                entry.write(buffer, 0, read);
            }
            entry.end(null);
        }
    }

    private void add(String name, byte[] content) throws IOException {
        Entry entry = begin(name);
        entry.write(content);
        entry.end(null);
    }

    private Entry begin(String name) throws IOException {
        zip.begin(name);
        return new Entry(name);
    }

    /** Writes the manifest, and with it the end. */
    void finish() throws IOException {
        document(Manifest.ENTRY, new Manifest(items));
        zip.finish();
    }

    /** Without {@link #finish}, the file is cut short, and nobody takes it for whole. */
    @Override
    public void close() {
        zip.close();
    }

    private final class Entry extends OutputStream {

        private final String name;
        private final MessageDigest digest = Digest.begin();
        private long bytes;

        Entry(String name) {
            this.name = name;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            digest.update(content, offset, length);
            bytes += length;
            zip.write(content, offset, length);
            progress.bytes(length);
        }

        void end(@Nullable Long rows) throws IOException {
            zip.end(name);
            String sum = HexFormat.of().formatHex(digest.digest());
            items.add(new Manifest.Item(name, bytes, sum, rows));
        }
    }
}
