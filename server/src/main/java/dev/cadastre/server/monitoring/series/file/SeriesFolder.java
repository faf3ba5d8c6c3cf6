package dev.cadastre.server.monitoring.series.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the files of monitors lie: some dozens of monitors in each of 4,096 folders. Thread-safe
 * for different monitors.
 */
final class SeriesFolder {

    private static final Logger log = LoggerFactory.getLogger(SeriesFolder.class);
    private static final int SHARDS = 4_096;
    private static final String FILE = ".series";
    private static final String TOLD = ".told";
    private static final String ASIDE = ".broken";

    private final Path root;
    private final AtomicLong setAside = new AtomicLong();

    SeriesFolder(Path root) {
        this.root = root;
    }

    private Path shard(long monitor) {
        return root.resolve(
                Integer.toHexString(SHARDS + Math.floorMod(monitor, SHARDS)).substring(1));
    }

    Path file(long monitor, int number) {
        return shard(monitor).resolve(monitor + "-" + number + FILE);
    }

    private Path told(long monitor) {
        return shard(monitor).resolve(monitor + "-" + TOLD);
    }

    /** How many files were found broken. */
    long setAsideCount() {
        return setAside.get();
    }

    /** The layouts of a monitor's files by their numbers; those that are broken are set aside. */
    Map<Integer, FileLayout> layouts(long monitor) throws IOException {
        Map<Integer, FileLayout> layouts = new TreeMap<>();
        for (Path path : files(monitor)) {
            String name = path.getFileName().toString();
            if (name.endsWith(FILE)) {
                String number =
                        name.substring(name.indexOf('-') + 1, name.length() - FILE.length());
                try {
                    layouts.put(Integer.parseInt(number), RoundRobinFile.layout(path));
                } catch (BrokenFile | NumberFormatException e) {
                    setAside(path, String.valueOf(e.getMessage()));
                }
            }
        }
        return layouts;
    }

    private List<Path> files(long monitor) throws IOException {
        String prefix = monitor + "-";
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> shard =
                Files.newDirectoryStream(
                        shard(monitor), path -> path.getFileName().toString().startsWith(prefix))) {
            shard.forEach(files::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    /** Makes room for a monitor's first file. */
    void prepare(long monitor) throws IOException {
        Files.createDirectories(shard(monitor));
    }

    void setAside(Path path, String why) throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ASIDE);
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            return;
        }
        setAside.incrementAndGet();
        log.warn(
                "The series file {} is of no use: {}. It is now {}, and a fresh one begins; restore"
                        + " it from a backup, or delete it",
                path,
                why,
                aside.getFileName());
    }

    /** Replaces what was told last of a monitor's values; whole, or not at all. */
    void writeTold(long monitor, Headings headings) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        headings.write(new DataOutputStream(content));
        byte[] bytes = content.toByteArray();
        Path path = told(monitor);
        Path temporary = path.resolveSibling(path.getFileName() + ".new");
        Files.write(
                temporary,
                ByteBuffer.allocate(Integer.BYTES + bytes.length)
                        .putInt(FileHead.checksum(bytes))
                        .put(bytes)
                        .array());
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What was told last of a monitor's values; nothing if that cannot be read. */
    Headings readTold(long monitor) throws IOException {
        Path path = told(monitor);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return Headings.NONE;
        }
        try {
            return told(bytes);
        } catch (IOException e) {
            setAside(path, String.valueOf(e.getMessage()));
            return Headings.NONE;
        }
    }

    private static Headings told(byte[] bytes) throws IOException {
        if (bytes.length < Integer.BYTES) {
            throw new BrokenFile("it is cut off");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int checksum = buffer.getInt();
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        if (FileHead.checksum(content) != checksum) {
            throw new BrokenFile("its checksum does not fit");
        }
        return Headings.read(new DataInputStream(new ByteArrayInputStream(content)));
    }

    /** What is in the files of a monitor, by their paths below this folder. */
    Map<String, byte[]> copy(long monitor) throws IOException {
        Map<String, byte[]> copies = new TreeMap<>();
        for (Path path : files(monitor)) {
            String name = path.getFileName().toString();
            if (name.endsWith(FILE) || name.endsWith(TOLD)) {
                copies.put(root.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return copies;
    }

    void delete(long monitor) throws IOException {
        for (Path path : files(monitor)) {
            Files.deleteIfExists(path);
        }
    }
}
