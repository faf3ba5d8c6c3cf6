package dev.cadastre.parcel.folder;

import dev.cadastre.change.archive.FilePaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a parcel's folder: what they are called, which may be run, and what is in them.
 * Immutable, and as good as: documents are in memory, other content is read when it is wanted, and
 * refused if it is no longer what it was. Safe for several threads.
 */
public final class ParcelFolder {

    private final SortedMap<String, byte[]> documents;
    private final SortedMap<String, ParcelFile> files = new TreeMap<>(FilePaths.ORDER);
    private final Map<String, Path> places;

    /**
     * @param documents by name
     * @param files where they really are, without links
     */
    ParcelFolder(Map<String, byte[]> documents, Map<ParcelFile, Path> files) {
        this.documents = new TreeMap<>(documents);
        this.places = new TreeMap<>();
        files.forEach((file, place) -> {
            this.files.put(file.path(), file);
            places.put(file.path(), place);
        });
    }

    /** Reads a folder of this machine. All that is wrong is told at once; nothing is thrown. */
    public static ParcelFolderReading read(Path folder) {
        return new FolderWalk(folder, Files::newInputStream).read();
    }

    /** The content of one of {@link ParcelRules#DOCUMENTS}; empty if there is none. */
    public Optional<byte[]> document(String name) {
        return Optional.ofNullable(documents.get(name)).map(byte[]::clone);
    }

    /** All files but documents, by the bytes of their paths; unmodifiable. */
    public SortedMap<String, ParcelFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /**
     * Opens a file. Whoever reads to the end has read what it was when the folder was read: reading
     * fails otherwise.
     *
     * @throws NoSuchFileException if the parcel has none of that path
     */
    public InputStream open(String path) throws IOException {
        ParcelFile file = files.get(path);
        Path place = places.get(path);
        if (file == null || place == null) {
            throw new NoSuchFileException(path);
        }
        return new UnchangedStream(Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS), file);
    }
}
