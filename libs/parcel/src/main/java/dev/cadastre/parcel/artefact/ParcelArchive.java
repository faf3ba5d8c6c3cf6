package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.VerifyingStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A parcel in one file. Only the headers in it are read to open it; blobs are read where they are.
 * Safe for several threads. Closing it closes the file.
 */
public final class ParcelArchive implements Blobs, AutoCloseable {

    private final FileChannel file;
    private final Map<String, ArchiveListing.Place> places;
    private final ImageIndex index;

    private ParcelArchive(
            FileChannel file, Map<String, ArchiveListing.Place> places, ImageIndex index) {
        this.file = file;
        this.places = places;
        this.index = index;
    }

    /**
     * Opens one.
     *
     * @throws ArtefactRefused if it is none
     * @throws IOException if it cannot be read
     */
    public static ParcelArchive open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            Map<String, ArchiveListing.Place> places = new ArchiveListing(file).read();
            requireLayout(file, places);
            return new ParcelArchive(file, places, index(file, places));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void requireLayout(FileChannel file, Map<String, ArchiveListing.Place> places)
            throws IOException {
        List<String> first = places.keySet().stream().limit(2).toList();
        boolean isLayout =
                first.equals(List.of(ArchiveWriter.LAYOUT, ArchiveWriter.INDEX))
                        && Arrays.equals(
                                all(file, places, ArchiveWriter.LAYOUT, 4_096),
                                LayoutFolder.marker());
        if (!isLayout) {
            throw broken("it does not begin with oci-layout and index.json");
        }
    }

    private static ImageIndex index(FileChannel file, Map<String, ArchiveListing.Place> places)
            throws IOException {
        try {
            return ImageIndex.read(
                    all(file, places, ArchiveWriter.INDEX, ArchiveListing.MOST_BYTES_OF_INDEX));
        } catch (MalformedJson e) {
            throw broken("its index.json cannot be read: " + e.getMessage());
        }
    }

    private static byte[] all(
            FileChannel file, Map<String, ArchiveListing.Place> places, String name, int most)
            throws IOException {
        ArchiveListing.Place place = Objects.requireNonNull(places.get(name));
        if (place.size() > most) {
            throw broken("its %s has more than %d bytes".formatted(name, most));
        }
        return new PlaceStream(file, place).readAllBytes();
    }

    static ArtefactRefused broken(String message) {
        Problem problem =
                ParcelRules.error("archive", "parcel.artefact-broken", message, Trouble.ANEW);
        return new ArtefactRefused(List.of(problem));
    }

    /** What is in it: the parcel, and signatures of it. */
    public ImageIndex index() {
        return index;
    }

    /**
     * The one parcel in it.
     *
     * @throws ArtefactRefused if there is none, or more than one
     */
    public Descriptor parcel() throws ArtefactRefused {
        List<Descriptor> parcels =
                index.manifests().stream()
                        .filter(manifest -> manifest.artifactType().equals(ParcelType.PARCEL))
                        .toList();
        if (parcels.size() != 1) {
            throw new ArtefactRefused(
                    List.of(
                            ParcelRules.error(
                                    "archive",
                                    "parcel.artefact-kind",
                                    "it has %d parcels, not one".formatted(parcels.size()),
                                    "name the file of one parcel")));
        }
        return parcels.get(0);
    }

    @Override
    public boolean has(Descriptor blob) {
        return place(blob).filter(place -> place.size() == blob.size()).isPresent();
    }

    private Optional<ArchiveListing.Place> place(Descriptor blob) {
        return Optional.ofNullable(places.get(ArchiveWriter.BLOBS + blob.hex()));
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        ArchiveListing.Place place = place(blob).orElseThrow(() -> new BlobMissing(blob.digest()));
        return new VerifyingStream(new PlaceStream(file, place), blob);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
