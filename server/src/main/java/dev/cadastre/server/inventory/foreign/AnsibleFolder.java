package dev.cadastre.server.inventory.foreign;

import dev.cadastre.probe.Report;
import dev.cadastre.server.inventory.InvalidFeed;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip of the folders that {@code ansible -m setup --tree} and {@code ansible -m package_facts
 * --tree} write: a file for each host, of its name. Files of one name in several folders are of one
 * host. It is kept on disk while it is read, so its size is no matter of memory.
 */
public final class AnsibleFolder implements Closeable {

    /**
     * What a zip may hold.
     *
     * @param entries how many files
     * @param fileBytes how large one of them may be
     * @param bytes how large all may be together when unpacked
     */
    public record Bounds(int entries, int fileBytes, long bytes) {
        /** For 10,000 hosts and more. */
        public static final Bounds USUAL = new Bounds(50_000, 16 << 20, 8L << 30);
    }

    /** What is known of a host. */
    public sealed interface Told {

        /** Something. */
        record Something(Report report) implements Told {}

        /** Nothing, and why. */
        record Nothing(String reason) implements Told {}
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,252}");
    private static final int SHOWN = 200;

    private final Path copy;
    private final ZipFile zip;
    private final Bounds bounds;
    private final SortedMap<String, List<ZipEntry>> files = new TreeMap<>();

    private AnsibleFolder(Path copy, ZipFile zip, Bounds bounds) {
        this.copy = copy;
        this.zip = zip;
        this.bounds = bounds;
    }

    /**
     * Takes a zip. What its files hold is looked at by {@link #of}.
     *
     * @throws InvalidFeed if it is none, or has files that are of no host
     */
    public static AnsibleFolder open(InputStream content, Bounds bounds) throws IOException {
        Path copy = Files.createTempFile("cadastre-import", ".zip");
        try {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            var folder = new AnsibleFolder(copy, new ZipFile(copy.toFile()), bounds);
            folder.list();
            return folder;
        } catch (ZipException e) {
            Files.deleteIfExists(copy);
            throw new InvalidFeed("the whole", "It is no zip, or a damaged one.", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private void list() throws IOException {
        try {
            if (zip.size() > bounds.entries()) {
                throw new InvalidFeed(
                        "the whole", "It has more than %d files.".formatted(bounds.entries()));
            }
            zip.stream().filter(entry -> !entry.isDirectory()).forEach(this::list);
            if (files.isEmpty()) {
                throw new InvalidFeed("the whole", "There is no file in it.");
            }
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void list(ZipEntry entry) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (name.startsWith(".")) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            throw new InvalidFeed(shown(entry), "Its name is not that of a host.");
        }
        files.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
    }

    private static String shown(ZipEntry entry) {
        String name = ForeignJson.cleaned(entry.getName());
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }

    /** The names of the hosts, in order. */
    public Set<String> hosts() {
        return files.keySet();
    }

    /**
     * Looks at every file.
     *
     * @throws InvalidFeed naming the file and the path of what is wrong first
     */
    public void check() {
        long unpacked = 0;
        for (List<ZipEntry> entries : files.values()) {
            var report = new ForeignReport();
            for (ZipEntry entry : entries) {
                byte[] content = content(entry);
                unpacked += content.length;
                if (unpacked > bounds.bytes()) {
                    throw new InvalidFeed(
                            shown(entry),
                            "All together unpacks to more than %d bytes."
                                    .formatted(bounds.bytes()));
                }
                add(entry, content, report, Instant.EPOCH);
            }
        }
    }

    /**
     * What is known of that host.
     *
     * @param now for files that do not tell when they were gathered
     */
    public Told of(String host, Instant now) {
        var report = new ForeignReport();
        Instant gathered = null;
        String failure = null;
        for (ZipEntry entry : Objects.requireNonNull(files.get(host), host)) {
            Added added = add(entry, content(entry), report, now);
            gathered = added.gathered() == null ? gathered : added.gathered();
            failure = added.failure() == null ? failure : added.failure();
        }
        if (report.isEmpty()) {
            return new Told.Nothing(failure == null ? "Nothing of it is known here" : failure);
        }
        return new Told.Something(report.build(gathered == null ? now : gathered));
    }

    private record Added(@Nullable Instant gathered, @Nullable String failure) {}

    private static Added add(ZipEntry entry, byte[] content, ForeignReport report, Instant latest) {
        AnsibleDocument document = AnsibleDocument.read(content, shown(entry));
        String failure = document.failure();
        Instant gathered = failure == null ? document.tell(report) : null;
        boolean ahead =
                gathered != null && latest.isAfter(Instant.EPOCH) && gathered.isAfter(latest);
        return new Added(ahead ? latest : gathered, failure);
    }

    private byte[] content(ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(bounds.fileBytes() + 1);
            if (content.length > bounds.fileBytes()) {
                throw new InvalidFeed(
                        shown(entry), "It is larger than %d bytes.".formatted(bounds.fileBytes()));
            }
            return content;
        } catch (ZipException e) {
            throw new InvalidFeed(shown(entry), "The zip is damaged there.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + copy, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(copy);
    }
}
