package dev.cadastre.parcel.artefact;

import dev.cadastre.change.archive.FilePaths;
import dev.cadastre.change.tar.TarEntry;
import dev.cadastre.change.tar.TarProblem;
import dev.cadastre.change.tar.TarReader;
import dev.cadastre.change.tar.TarWriter;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one layer that anybody may have made, to its end, and compares it with the config. What it
 * should be is made anew meanwhile, for a reader of tars does not see all that is written in one.
 * Keeps the list of its files in memory, and no content. For one layer.
 */
final class LayerReading {

    private static final int BUFFER = 1 << 16;

    private final int number;
    private final Descriptor layer;
    private final LayerKind kind;
    private final Map<String, LayeredFile> listed = new HashMap<>();
    private final Problems problems;
    private final List<ParcelFile> files = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final MessageDigest anew = Digests.sha256();
    private final OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), anew);
    private final TarWriter writer = new TarWriter(sink);
    private String before = "";
    private boolean isSorted = true;
    private int entries;
    private long bytes;

    LayerReading(ParcelArtefact artefact, int number) {
        this.number = number;
        this.layer = artefact.manifest().layers().get(number);
        this.kind = LayerKind.ofMediaType(layer.mediaType()).orElseThrow();
        this.problems = new Problems(Trouble.layer(number));
        artefact.config().files().forEach(file -> listed.put(file.file().path(), file));
    }

    /** All that its files are, in their order. */
    List<ParcelFile> files() {
        return files;
    }

    /**
     * Reads it.
     *
     * @return all that is wrong; if the blob is not the one that is meant, nothing else
     * @throws IOException if it cannot be read, or a file cannot be put where it belongs
     */
    List<Problem> read(Blobs blobs, LayerTarget target) throws IOException {
        try (InputStream in = new BufferedInputStream(blobs.open(layer), BUFFER)) {
            read(in, target);
        } catch (BlobAltered e) {
            return List.of(Trouble.of(Trouble.layer(number), e));
        } catch (IOException e) {
            problems.add(Trouble.of(Trouble.layer(number), e));
        }
        return problems.list();
    }

    private void read(InputStream in, LayerTarget target) throws IOException {
        TarReader tar = new TarReader(in);
        try {
            for (Optional<TarEntry> next = tar.next();
                    next.isPresent() && !isFull();
                    next = tar.next()) {
                entry(next.get(), tar, target);
            }
        } catch (TarProblem e) {
            problems.add(Trouble.of(Trouble.layer(number), e));
        }
        // An altered blob is told of as such, and not by what its content looks like.
        in.transferTo(OutputStream.nullOutputStream());
        if (problems.hasNoErrors()) {
            missing();
            canonical();
        }
    }

    private boolean isFull() {
        boolean isFull = entries++ >= ParcelRules.MOST_FILES || bytes > LayerRules.MOST_BYTES;
        if (isFull) {
            note(
                    Trouble.layer(number),
                    "parcel.too-many-files",
                    "it has more than %d entries".formatted(ParcelRules.MOST_FILES));
        }
        return isFull || problems.isFull();
    }

    private void note(String part, String code, String message) {
        problems.add(Trouble.of(part, code, message));
    }

    private void entry(TarEntry entry, TarReader tar, LayerTarget target) throws IOException {
        String path = entry.name();
        Optional<String> wrong = wrong(entry);
        if (wrong.isPresent()) {
            note(
                    Trouble.layer(number),
                    "parcel.layer-entry",
                    "%s %s".formatted(FilePaths.shown(path), wrong.get()));
            return;
        }
        isSorted &= FilePaths.ORDER.compare(before, path) < 0;
        before = path;
        bytes += entry.size();
        LayeredFile expected = listed.get(path);
        boolean counts = expected != null && expected.layer() == number;
        ParcelFile file;
        try (OutputStream to =
                counts ? target.file(path, entry.executable()) : OutputStream.nullOutputStream()) {
            file = copied(entry, tar.content(), to);
        }
        files.add(file);
        seen.add(path);
        compare(file, expected, counts);
    }

    private Optional<String> wrong(TarEntry entry) {
        if (entry.kind() != TarEntry.Kind.FILE) {
            return Optional.of("is no file");
        } else if (seen.contains(entry.name())) {
            return Optional.of("is there twice");
        }
        return ParcelRules.problem(entry.name())
                .map(why -> "cannot be called so: the name " + why)
                .or(() ->
                        kind.takes(entry.name())
                                ? Optional.empty()
                                : Optional.of("belongs into another layer"));
    }

    private ParcelFile copied(TarEntry entry, InputStream content, OutputStream to)
            throws IOException {
        MessageDigest sha256 = Digests.sha256();
        writer.begin(entry.name(), entry.executable(), entry.size());
        byte[] some = new byte[BUFFER];
        for (int read = content.read(some); read >= 0; read = content.read(some)) {
            sha256.update(some, 0, read);
            sink.write(some, 0, read);
            to.write(some, 0, read);
        }
        writer.pad(entry.size());
        return new ParcelFile(
                entry.name(), entry.executable(), entry.size(), Digests.written(sha256.digest()));
    }

    private void compare(ParcelFile file, @Nullable LayeredFile expected, boolean counts) {
        if (expected == null || expected.layer() < number) {
            differs(file.path(), "is there, but not listed");
        } else if (counts && !expected.file().equals(file)) {
            differs(file.path(), "is not the file that is listed");
        }
    }

    private void differs(String path, String why) {
        note(
                Trouble.layer(number),
                "parcel.layer-differs",
                "%s %s".formatted(FilePaths.shown(path), why));
    }

    private void missing() {
        listed.values().stream()
                .filter(file -> file.layer() == number && !seen.contains(file.file().path()))
                .map(file -> file.file().path())
                .sorted(FilePaths.ORDER)
                .forEach(path -> differs(path, "is listed, but not there"));
    }

    private void canonical() throws IOException {
        writer.end();
        boolean isSame = Digests.written(anew.digest()).equals(layer.digest());
        if (!isSame || !isSorted || files.isEmpty()) {
            problems.add(Trouble.notCanonical(Trouble.layer(number)));
        }
    }
}
