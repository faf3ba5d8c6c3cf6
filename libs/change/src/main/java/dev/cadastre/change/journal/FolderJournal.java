package dev.cadastre.change.journal;

import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunJournal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a run in a folder. Only one process has it open; what was torn when the one before
 * was killed is cut off. Used by one thread at a time.
 */
public final class FolderJournal implements RunJournal, AutoCloseable {

    /** The name of the file. */
    public static final String FILE = "journal.jsonl";

    /**
     * Locked by whoever writes. A file of its own, since a process loses its locks on a file when
     * it closes it after reading.
     */
    private static final String LOCK = "lock";

    private final Path path;
    // A channel would be closed by an interrupt, and the journal be lost with it.
    private final RandomAccessFile file;
    private final RandomAccessFile lock;
    private final List<RunEntry> entries;
    private @Nullable IOException broken;

    private FolderJournal(
            Path path, RandomAccessFile file, RandomAccessFile lock, List<RunEntry> entries) {
        this.path = path;
        this.file = file;
        this.lock = lock;
        this.entries = new ArrayList<>(entries);
    }

    /** Says that another process, or another part of this one, runs this run. */
    public static final class InUse extends IOException {
        private static final long serialVersionUID = 1L;

        private InUse(Path path) {
            super("%s is being written: the run is going on elsewhere".formatted(path));
        }
    }

    /** Says that a journal is not as it was written, so that nobody can know what was done. */
    public static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        private Damaged(Path path, String problem) {
            super(
                    "%s is not as it was written: %s; what was done must be found out by hand"
                            .formatted(path, problem));
        }
    }

    /**
     * Opens the journal of a folder. What is not there is made, for its owner only.
     *
     * @throws InUse if somebody has it open
     * @throws Damaged if it cannot be understood
     * @throws IOException if it cannot be read or written
     */
    public static FolderJournal open(Path folder) throws IOException {
        Path path = created(folder, FILE);
        RandomAccessFile lock = new RandomAccessFile(created(folder, LOCK).toFile(), "rw");
        boolean opened = false;
        try {
            lock(path, lock);
            FolderJournal journal = opened(path, lock);
            opened = true;
            return journal;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static FolderJournal opened(Path path, RandomAccessFile lock) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        boolean opened = false;
        try {
            JournalReading reading = JournalReader.read(content(file));
            if (!reading.problem().isEmpty()) {
                throw new Damaged(path, reading.problem());
            }
            file.setLength(reading.length());
            file.seek(reading.length());
            file.getFD().sync();
            opened = true;
            return new FolderJournal(path, file, lock, reading.entries());
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    /**
     * What the journal of a folder holds, whoever writes it meanwhile.
     *
     * @throws IOException if it cannot be read
     */
    public static JournalReading read(Path folder) throws IOException {
        return JournalReader.read(Files.readAllBytes(folder.resolve(FILE)));
    }

    private static Path created(Path folder, String name) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, ownersOnly(posix, "rwx------"));
        Path path = folder.resolve(name);
        try {
            Files.createFile(path, ownersOnly(posix, "rw-------"));
            if (posix) {
                force(folder);
            }
        } catch (FileAlreadyExistsException e) {
            return path;
        }
        return path;
    }

    private static FileAttribute<?>[] ownersOnly(boolean posix, String rights) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }

    /** So that the file is found after the machine ended. */
    private static void force(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** The lock goes with the process, however that ends. */
    private static void lock(Path path, RandomAccessFile lock) throws IOException {
        boolean locked;
        try {
            locked = lock.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked) {
            throw new InUse(path);
        }
    }

    private static byte[] content(RandomAccessFile file) throws IOException {
        byte[] content = new byte[Math.toIntExact(file.length())];
        file.readFully(content);
        return content;
    }

    @Override
    public List<RunEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void write(List<RunEntry> more) throws IOException {
        if (broken != null) {
            throw new IOException("%s could not be written before".formatted(path), broken);
        }
        StringBuilder lines = new StringBuilder();
        int number = entries.size();
        for (RunEntry entry : more) {
            number++;
            lines.append(EntryWriter.line(number, entry)).append('\n');
        }
        try {
            file.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            file.getFD().sync();
        } catch (IOException e) {
            broken = e;
            throw e;
        }
        entries.addAll(more);
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            lock.close();
        }
    }
}
