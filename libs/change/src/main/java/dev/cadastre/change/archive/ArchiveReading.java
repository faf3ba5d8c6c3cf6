package dev.cadastre.change.archive;

import dev.cadastre.change.tar.TarEntry;
import dev.cadastre.change.tar.TarProblem;
import dev.cadastre.change.tar.TarReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an archive that anybody may have sent, entry by entry. For one archive. */
final class ArchiveReading {

    /** Headers, padding and folders beside the files. */
    private static final long MOST_BYTES = 2 * ChangeFolder.MOST_BYTES;

    private static final int MOST_ENTRIES = 3 * ChangeFolder.MOST_FILES;

    private final TarReader tar;
    private final ArchiveTarget target;
    private final SortedMap<String, FolderFile> files = new TreeMap<>(FilePaths.ORDER);
    private final Set<String> folders = new HashSet<>();
    private long size;
    private int entries;

    ArchiveReading(InputStream in, ArchiveTarget target) {
        this.tar = new TarReader(new BoundedStream(in));
        this.target = target;
    }

    void read() throws IOException {
        try {
            for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
                entry(next.get());
            }
        } catch (TarProblem e) {
            throw new ArchiveRefused(
                    switch (e.kind()) {
                        case BROKEN -> "change.archive-broken";
                        case CUT_OFF -> "change.archive-truncated";
                        case SPARSE -> "change.archive-sparse";
                    },
                    "The archive cannot be read: "
                            + FilePaths.shown(String.valueOf(e.getMessage())));
        }
    }

    private void entry(TarEntry entry) throws IOException {
        entries++;
        if (entries > MOST_ENTRIES) {
            throw tooMany();
        }
        switch (entry.kind()) {
            case FILE -> file(entry);
            case FOLDER -> folder(entry.name());
            default ->
                    throw refused(
                            "kind",
                            entry.name(),
                            "is neither a file nor a folder; there may be no links or devices");
        }
    }

    /** Folders come and go with their files; one of the archive itself is called {@code ./}. */
    private void folder(String name) throws ArchiveRefused {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        if (!path.equals(".")) {
            String plain = safe(path);
            requireFolder(plain, plain);
        }
    }

    private static String safe(String name) throws ArchiveRefused {
        String path = name.startsWith("./") ? name.substring(2) : name;
        Optional<String> problem = FilePaths.problem(path);
        if (problem.isPresent()) {
            throw refused("name", name, "the name " + problem.get());
        }
        return path;
    }

    private void requireFolder(String path, String name) throws ArchiveRefused {
        if (files.containsKey(path)) {
            throw refused("duplicate", name, "is in it as a file and as a folder");
        }
        folders.add(path);
    }

    private void file(TarEntry entry) throws IOException {
        String path = safe(entry.name());
        if (files.containsKey(path) || folders.contains(path)) {
            throw refused("duplicate", path, "is in it twice");
        }
        for (int at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
            requireFolder(path.substring(0, at), path);
        }
        if (files.size() == ChangeFolder.MOST_FILES) {
            throw tooMany();
        }
        if (entry.size() > ChangeFolder.MOST_BYTES - size) {
            throw tooLarge();
        }
        size += entry.size();
        MessageDigest sha256 = FolderDigest.sha256();
        target.file(path, entry.executable(), new DigestInputStream(tar.content(), sha256));
        files.put(
                path,
                new FolderFile(
                        path,
                        entry.executable(),
                        entry.size(),
                        HexFormat.of().formatHex(sha256.digest())));
    }

    Collection<FolderFile> files() {
        return Collections.unmodifiableCollection(files.values());
    }

    static void requireDigest(String read, String digest) throws ArchiveRefused {
        if (!read.equals(digest)) {
            throw new ArchiveRefused(
                    "change.archive-digest",
                    "The archive is not what it is said to be: its digest is %s, not %s"
                            .formatted(read, FilePaths.shown(digest)));
        }
    }

    private static ArchiveRefused refused(String what, String name, String why) {
        return new ArchiveRefused(
                "change.archive-" + what,
                "The archive is refused: %s: %s".formatted(FilePaths.shown(name), why));
    }

    private static ArchiveRefused tooMany() {
        return new ArchiveRefused(
                "change.archive-too-many",
                "The archive has more than %d files".formatted(ChangeFolder.MOST_FILES));
    }

    private static ArchiveRefused tooLarge() {
        return new ArchiveRefused(
                "change.archive-too-large",
                "The archive has more than %d bytes".formatted(ChangeFolder.MOST_BYTES));
    }

    /** Zeros after the end, and headers without files, are not read for ever. */
    private static final class BoundedStream extends FilterInputStream {

        private long left = MOST_BYTES;

        BoundedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("one byte at a time");
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw tooLarge();
            }
            return read;
        }
    }
}
