package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.artefact.ArtefactRefused;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.server.parcels.ParcelRefused;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * The operations manual of a parcel, which whoever made the parcel wrote: hostile text, and files
 * of any kind. Thread-safe.
 */
@NamedInterface("repository")
public final class ParcelManual {

    /** The page that each manual begins with. */
    public static final String FIRST = "index.md";

    /** How many bytes of a page, or of what stands on one, are read. */
    public static final int MOST_BYTES = 4 << 20;

    private static final String FOLDER = "docs/";

    private final ParcelArtefact artefact;

    /** That of one parcel. */
    public ParcelManual(ParcelArtefact artefact) {
        this.artefact = artefact;
    }

    /** The pages, as {@code index.md}: that first, the others by their paths. */
    public List<String> pages() {
        return artefact.contents().files().keySet().stream()
                .filter(path -> path.startsWith(FOLDER) && isPage(path))
                .map(path -> path.substring(FOLDER.length()))
                .sorted(
                        Comparator.comparing((String path) -> !path.equals(FIRST))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whether a file is a page, by its name. */
    public static boolean isPage(String path) {
        return path.endsWith(".md");
    }

    /** Whether there is a file of that path. */
    public boolean has(String path) {
        return artefact.contents().files().containsKey(FOLDER + path);
    }

    /**
     * A file of the manual.
     *
     * @param path as {@link #pages} has it
     * @return empty if there is none
     * @throws ParcelRefused if it is larger than is shown, or not what it was
     * @throws IOException if it cannot be read
     */
    public Optional<byte[]> read(String path) throws IOException {
        try {
            return artefact.read(FOLDER + path, MOST_BYTES);
        } catch (ArtefactRefused e) {
            throw ParcelRefused.unusable(e.problems());
        }
    }
}
