package dev.cadastre.parcel.artefact;

import dev.cadastre.change.tar.TarWriter;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.oci.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a parcel as one file: a tar of an OCI layout, with all that is known of the parcel before
 * its payload. The same parcel gives the same bytes.
 */
public final class ArchiveWriter {

    static final String LAYOUT = "oci-layout";
    static final String INDEX = "index.json";
    static final String BLOBS = "blobs/sha256/";

    private static final int BUFFER = 1 << 18;

    private final TarWriter tar;
    private final OutputStream out;
    private final Blobs blobs;
    private final Set<String> written = new HashSet<>();

    private ArchiveWriter(OutputStream out, Blobs blobs) {
        this.tar = new TarWriter(out);
        this.out = out;
        this.blobs = blobs;
    }

    /** What a parcel's file is called. */
    public static String fileName(ParcelContents contents) {
        return "%s-%s.parcel"
                .formatted(contents.definition().name(), contents.definition().version());
    }

    /**
     * Writes one; the stream is not closed.
     *
     * @param blobs where the manifests and their blobs are
     * @param parcel its manifest as an index lists it
     * @param signatures manifests that refer to it, in the order in which they are to stand
     * @throws IOException if one cannot be read, is not what it should be, or cannot be written
     */
    public static void write(
            OutputStream out, Blobs blobs, Descriptor parcel, List<Descriptor> signatures)
            throws IOException {
        List<Descriptor> manifests = new ArrayList<>(List.of(parcel));
        manifests.addAll(signatures);
        ArchiveWriter writer = new ArchiveWriter(out, blobs);
        writer.file(LAYOUT, LayoutFolder.marker());
        writer.file(INDEX, new ImageIndex(manifests, Map.of()).bytes());
        for (Descriptor manifest : manifests) {
            writer.manifest(manifest);
        }
        writer.tar.end();
    }

    private void file(String name, byte[] content) throws IOException {
        tar.file(name, false, content);
    }

    private void manifest(Descriptor descriptor) throws IOException {
        byte[] json = blobs.read(descriptor, Manifest.MOST_BYTES);
        if (written.add(descriptor.digest())) {
            file(BLOBS + descriptor.hex(), json);
        }
        for (Descriptor blob : Manifest.read(json).blobs()) {
            if (written.add(blob.digest())) {
                blob(blob);
            }
        }
    }

    private void blob(Descriptor blob) throws IOException {
        tar.begin(BLOBS + blob.hex(), false, blob.size());
        try (InputStream in = blobs.open(blob)) {
            byte[] some = new byte[BUFFER];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
            }
        }
        tar.pad(blob.size());
    }
}
