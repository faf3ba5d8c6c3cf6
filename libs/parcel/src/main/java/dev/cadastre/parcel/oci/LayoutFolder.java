package dev.cadastre.parcel.oci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An OCI layout in a folder of this machine. No link in it is followed. What is written is there as
 * a whole or not at all, also when the machine ends; any number of threads and processes may write
 * at once. What arrives lies in {@code .incoming} until it is whole. Safe for several threads.
 */
public final class LayoutFolder implements Blobs {

    static final String INCOMING = ".incoming";
    private static final String INDEX = "index.json";
    private static final String LAYOUT = "oci-layout";
    private static final String BLOBS = "blobs/sha256";
    private static final String VERSION = "1.0.0";
    private static final Set<String> OWN = Set.of(INDEX, LAYOUT, "blobs", INCOMING);

    private final LayoutFiles files;

    private LayoutFolder(LayoutFiles files) {
        this.files = files;
    }

    /**
     * Opens one that is there.
     *
     * @throws NoLayout if there is none
     */
    public static LayoutFolder open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoLayout(folder, "there is no such folder");
        }
        LayoutFiles files = new LayoutFiles(folder.toRealPath());
        requireVersion(files);
        return new LayoutFolder(files);
    }

    /**
     * Opens one that is there, or makes it, with the folders above it.
     *
     * @throws NoLayout if the folder has anything else in it
     */
    public static LayoutFolder openOrCreate(Path folder) throws IOException {
        Files.createDirectories(folder);
        LayoutFiles files = new LayoutFiles(folder.toRealPath());
        if (!files.isFile(LAYOUT)) {
            requireNothingElse(folder);
            files.whileLocked(() -> {
                if (!files.isFile(INDEX)) {
                    files.replace(INDEX, ImageIndex.EMPTY.bytes());
                }
                files.replace(LAYOUT, marker());
            });
        }
        requireVersion(files);
        return new LayoutFolder(files);
    }

    private static void requireNothingElse(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (!entries.allMatch(entry -> OWN.contains(entry.getFileName().toString()))) {
                throw new NoLayout(folder, "it has other files; name an empty folder");
            }
        }
    }

    private static void requireVersion(LayoutFiles files) throws IOException {
        if (!files.isFile(LAYOUT)) {
            throw new NoLayout(files.folder(), "it has no file oci-layout");
        }
        try {
            JsonNode layout = JsonDocument.read(files.read(LAYOUT, 4_096), 4_096);
            if (!layout.path("imageLayoutVersion").asString("").equals(VERSION)) {
                throw new NoLayout(files.folder(), "oci-layout is not of version " + VERSION);
            }
        } catch (MalformedJson e) {
            throw new NoLayout(files.folder(), e);
        }
    }

    /** Where it is, without links. */
    public Path folder() {
        return files.folder();
    }

    /**
     * What is in it.
     *
     * @throws NoLayout if its index is none
     */
    public ImageIndex index() throws IOException {
        if (!files.isFile(INDEX)) {
            throw new NoLayout(folder(), "it has no file index.json");
        }
        try {
            return ImageIndex.read(files.read(INDEX, ImageIndex.MOST_BYTES));
        } catch (MalformedJson e) {
            throw new NoLayout(folder(), e);
        }
    }

    @Override
    public boolean has(Descriptor blob) throws IOException {
        return files.isFile(path(blob)) && files.size(path(blob)) == blob.size();
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        if (!files.isFile(path(blob))) {
            throw new BlobMissing(blob.digest());
        }
        return new VerifyingStream(files.open(path(blob)), blob);
    }

    private static String path(Descriptor blob) {
        return BLOBS + "/" + blob.hex();
    }

    /**
     * Keeps a blob; nothing is done if it is there.
     *
     * @throws BlobAltered if the content is not what the descriptor states
     */
    public void put(byte[] content, Descriptor blob) throws IOException {
        if (!has(blob)) {
            try (IncomingBlob incoming = incoming(blob)) {
                incoming.restart();
                incoming.write(content, 0, content.length);
                incoming.finish();
            }
        }
    }

    /**
     * Keeps a blob; the stream is read to its end, unless the blob is there, and not closed.
     *
     * @throws BlobAltered if the content is not what the descriptor states
     */
    public void put(InputStream content, Descriptor blob) throws IOException {
        if (!has(blob)) {
            try (IncomingBlob incoming = incoming(blob)) {
                incoming.restart();
                incoming.write(content);
                incoming.finish();
            }
        }
    }

    /** Begins a blob, or goes on with what is there of it. */
    public IncomingBlob incoming(Descriptor blob) throws IOException {
        return IncomingBlob.begin(files, path(blob), blob);
    }

    /**
     * Lists a manifest in the index, in place of the one that has its name. Its blobs are to be
     * there before.
     */
    public void add(Descriptor manifest) throws IOException {
        addAll(List.of(manifest));
    }

    /** As {@link #add}, for several at once. */
    public void addAll(List<Descriptor> manifests) throws IOException {
        files.whileLocked(() -> {
            ImageIndex index = index().withAll(manifests);
            files.replace(INDEX, index.bytes());
        });
    }

    /**
     * Takes manifests out of the index, by their digests. Their blobs stay, as others may need
     * them.
     */
    public void removeAll(Collection<String> digests) throws IOException {
        files.whileLocked(() -> {
            ImageIndex before = index();
            ImageIndex after = before.without(digests);
            if (!after.equals(before)) {
                files.replace(INDEX, after.bytes());
            }
        });
    }

    /**
     * Deletes a blob; nothing is done if it is not there. No manifest that is listed may need it.
     *
     * @param digest as {@link Descriptor#digest} has it
     * @throws IllegalArgumentException if it is no digest
     */
    public void delete(String digest) throws IOException {
        Files.deleteIfExists(files.path(path(Descriptor.of("", digest, 0))));
    }

    /** The digests of all blobs that are there, whether they are listed or not. */
    public Set<String> digests() throws IOException {
        Path blobs = files.path(BLOBS);
        if (!Files.isDirectory(blobs, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        try (Stream<Path> entries = Files.list(blobs)) {
            return entries.map(blob -> "sha256:" + blob.getFileName())
                    .filter(Descriptor::isDigest)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Deletes what has arrived in part only. Nobody else may write meanwhile. */
    public void forgetIncoming() throws IOException {
        Path incoming = files.path(INCOMING);
        if (Files.isDirectory(incoming, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> parts = Files.list(incoming)) {
                for (Path part : parts.toList()) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** The text of {@code oci-layout}, which is the same in each. */
    public static byte[] marker() {
        return ("{\"imageLayoutVersion\":\"" + VERSION + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
