package dev.cadastre.server.storage.backup;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The file of a backup, which is hostile until all of it was {@linkplain #verify verified}. Entries
 * can be read by several threads at once.
 */
public final class BackupFile implements AutoCloseable {

    /** Enough for the names and digests of a million files. */
    private static final int MOST_MANIFEST_BYTES = 256 << 20;

    private static final int MOST_HEAD_BYTES = 16 << 20;
    private static final int MOST_ENTRIES = 1_000_000;

    /** Of the record that ends a ZIP, without a comment. */
    private static final int END_BYTES = 22;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int BUFFER = 128 << 10;

    /** How many times larger than packed what is written is, if it is not zeros. */
    private static final int MOST_PACKED = 8;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final Manifest manifest;
    private final BackupHead head;
    private final String sum;

    private BackupFile(Path path, ZipFile zip) throws IOException {
        this.path = path;
        this.zip = zip;
        requireNothingBehind(path);
        this.entries = entries(zip, Files.size(path));
        byte[] listed = document(Manifest.ENTRY, MOST_MANIFEST_BYTES);
        this.sum = Digest.of(listed);
        this.manifest =
                BackupForm.complete(BackupJson.read(Manifest.ENTRY, listed, Manifest.class));
        BackupForm.requireListed(entries.keySet(), manifest);
        byte[] said = document(BackupHead.ENTRY, MOST_HEAD_BYTES);
        this.head = BackupForm.complete(BackupJson.read(BackupHead.ENTRY, said, BackupHead.class));
        BackupForm.requireTables(entries.keySet(), head);
    }

    /**
     * Opens one, and sees that it says what it holds.
     *
     * @throws BackupRefused if it is none, is cut short, or is of a later program
     */
    public static BackupFile open(Path path) throws IOException {
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw unreadable(path, "there is no such file", e);
        } catch (AccessDeniedException e) {
            throw unreadable(path, "permission denied", e);
        } catch (FileNotFoundException e) {
            throw unreadable(path, String.valueOf(e.getMessage()), e);
        } catch (ZipException | EOFException e) {
            throw new BackupRefused(
                    "backup.damaged",
                    "%s is no whole backup: it is cut short, or none at all".formatted(path),
                    BackupRefused.OTHER,
                    e);
        }
    }

    private static BackupRefused unreadable(Path path, String why, IOException cause) {
        return new BackupRefused(
                "backup.missing",
                "%s is no file that can be read: %s".formatted(path, why),
                "Name a backup that is there, and that the user %s can read."
                        .formatted(System.getProperty("user.name")),
                cause);
    }

    /** A ZIP may have a comment behind its end, or be followed by anything; a backup is not. */
    private static void requireNothingBehind(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer end = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            file.read(end, file.size() - END_BYTES);
            if (end.getInt(0) != END_SIGNATURE) {
                throw BackupRefused.damaged("it has bytes behind its end");
            }
        }
    }

    private static Map<String, ZipEntry> entries(ZipFile zip, long fileBytes) {
        if (zip.size() > MOST_ENTRIES) {
            throw BackupRefused.damaged("it has more than %d entries".formatted(MOST_ENTRIES));
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        long packed = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entries.put(entry.getName(), entry) != null) {
                throw BackupRefused.damaged("%s is in it twice".formatted(entry.getName()));
            }
            BackupForm.requireName(entry.getName());
            packed += Math.max(0, entry.getCompressedSize());
        }
        if (packed > fileBytes) {
            throw BackupRefused.damaged("its entries overlap");
        }
        if (!entries.containsKey(Manifest.ENTRY)) {
            throw BackupRefused.damaged("it has no " + Manifest.ENTRY);
        }
        return entries;
    }

    private byte[] document(String name, int most) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw BackupRefused.damaged("it has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (bytes.length > most || sum.getValue() != entry.getCrc()) {
                throw altered(name);
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw altered(name, e);
        }
    }

    /** What it says of itself. */
    public BackupHead head() {
        return head;
    }

    /** What tells it from any other: the manifest has the sums of all else. */
    public String sum() {
        return sum;
    }

    /** How many bytes it has when it is unpacked. */
    public long bytes() {
        return manifest.bytes();
    }

    /**
     * How much room it takes on a disk, at least: of files that pack to a small part of themselves
     * the most is zeros, which take none.
     */
    public long room() {
        return manifest.entries().stream()
                .mapToLong(item -> item.rows() == null ? filled(item) : item.bytes())
                .sum();
    }

    private long filled(Manifest.Item item) {
        ZipEntry entry = entries.get(item.name());
        long packed = entry == null ? 0 : Math.max(0, entry.getCompressedSize());
        return Math.min(item.bytes(), packed * MOST_PACKED);
    }

    /** How many rows it has. */
    public long rows() {
        return manifest.entries().stream()
                .mapToLong(item -> Objects.requireNonNullElse(item.rows(), 0L))
                .sum();
    }

    List<Manifest.Item> items() {
        return manifest.entries();
    }

    /** The paths below the home of the files in it. */
    List<Manifest.Item> files() {
        return manifest.entries().stream()
                .filter(item -> item.name().startsWith(HomeFiles.ENTRY))
                .toList();
    }

    List<StoredSequence> sequences() throws IOException {
        byte[] document = document(StoredSequence.ENTRY, MOST_HEAD_BYTES);
        return BackupForm.complete(
                Arrays.asList(
                        BackupJson.read(StoredSequence.ENTRY, document, StoredSequence[].class)));
    }

    /**
     * Reads all of it.
     *
     * @throws BackupRefused if any of it is not what was written
     */
    public void verify(Progress progress) throws IOException {
        Workers.run(
                manifest.entries().stream()
                        // So that none is left over at the end.
                        .sorted(Comparator.comparingLong(Manifest.Item::bytes).reversed())
                        .map(item -> (Workers.Work) () -> verify(item, progress))
                        .toList());
    }

    private void verify(Manifest.Item item, Progress progress) throws IOException {
        progress.step(item.name());
        long rows = 0;
        try (InputStream in = open(item)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                progress.bytes(read);
                rows += item.rows() == null ? 0 : ends(buffer, read);
            }
        }
        requireRows(item, item.rows() == null ? null : rows);
    }

    /** How many rows end there: COPY writes a newline behind each, and none within one. */
    private static int ends(byte[] text, int length) {
        int ends = 0;
        for (int i = 0; i < length; i++) {
            ends += text[i] == '\n' ? 1 : 0;
        }
        return ends;
    }

    /** Makes sure that there were as many rows of a table as its item says. */
    static void requireRows(Manifest.Item item, @Nullable Long found) {
        if (!Objects.equals(found, item.rows())) {
            throw BackupRefused.damaged(
                    "%s has %d rows instead of %d".formatted(item.name(), found, item.rows()));
        }
    }

    /**
     * Opens an entry. Reading to its end fails if it is not what was written; it never gives more
     * bytes than were.
     */
    InputStream open(Manifest.Item item) throws IOException {
        ZipEntry entry = entries.get(item.name());
        if (entry == null) {
            throw BackupRefused.damaged("it has no " + item.name());
        }
        try {
            return new Verified(zip.getInputStream(entry), item);
        } catch (ZipException | EOFException e) {
            throw altered(item.name(), e);
        }
    }

    private static BackupRefused altered(String name) {
        return BackupRefused.damaged("%s is not what was written".formatted(name));
    }

    private static BackupRefused altered(String name, Exception cause) {
        return new BackupRefused(
                "backup.damaged",
                "The backup is not whole: %s is not what was written".formatted(name),
                BackupRefused.OTHER,
                cause);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Verified extends InputStream {

        private final InputStream in;
        private final Manifest.Item item;
        private final MessageDigest digest = Digest.begin();
        private long left;
        private @Nullable String sum;

        Verified(InputStream in, Manifest.Item item) {
            this.in = in;
            this.item = item;
            this.left = item.bytes();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = in.read(bytes, offset, length);
            } catch (ZipException | EOFException e) {
                throw altered(item.name(), e);
            }
            if (read >= 0) {
                digest.update(bytes, offset, read);
                left -= read;
            } else if (sum == null) {
                sum = HexFormat.of().formatHex(digest.digest());
            }
            if (left < 0 || (sum != null && (left > 0 || !sum.equals(item.sha256())))) {
                throw altered(item.name());
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
