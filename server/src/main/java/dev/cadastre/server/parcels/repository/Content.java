package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.artefact.ArchiveWriter;
import dev.cadastre.parcel.artefact.ArtefactReading;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.LayoutFolder;
import dev.cadastre.parcel.trust.Envelope;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.storage.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The folder with the content of parcels: an OCI layout, which other programs can read too. What
 * several parcels need is there once. Thread-safe.
 */
@Component
class Content {

    private final LayoutFolder folder;

    Content(Home home) {
        try {
            folder = LayoutFolder.openOrCreate(home.folder("parcels"));
        } catch (IOException e) {
            throw new UncheckedIOException("Parcels cannot be kept in this home", e);
        }
    }

    LayoutFolder folder() {
        return folder;
    }

    /** Puts what is not there; it is on the disk then. */
    void put(SentParcel sent) throws IOException {
        Blobs from = sent.artefact().blobs();
        for (Descriptor blob : sent.blobs()) {
            if (!folder.has(blob)) {
                try (InputStream content = from.open(blob)) {
                    folder.put(content, blob);
                }
            }
        }
    }

    /** Has other programs find parcels, all of which are there. */
    void list(Collection<ParcelRow> rows) throws IOException {
        List<Descriptor> listed = new ArrayList<>();
        for (ParcelRow row : rows) {
            listed.add(open(row).descriptor());
            listed.addAll(signatures(row));
        }
        folder.addAll(listed);
    }

    private static List<Descriptor> signatures(ParcelRow row) {
        return row.signatures().stream()
                .map(signature -> signature.listed(row.parcel().digest()))
                .toList();
    }

    /** Takes a parcel with its signatures out of what other programs find. */
    void unlist(ParcelRow row) throws IOException {
        folder.removeAll(row.manifests());
    }

    /** Deletes what nobody needs any more. */
    void delete(Collection<String> digests) throws IOException {
        for (String digest : digests) {
            folder.delete(digest);
        }
    }

    /**
     * Opens a parcel.
     *
     * @throws ParcelRefused if its content is not what it was
     */
    ParcelArtefact open(ParcelRow row) throws IOException {
        ArtefactReading reading = ParcelArtefact.open(folder, row.manifest());
        return reading.artefact().orElseThrow(() -> ParcelRefused.unusable(reading.problems()));
    }

    /** What was signed of a parcel; an envelope that is gone proves nothing, and is left out. */
    List<byte[]> envelopes(ParcelRow row) {
        return row.signatures().stream()
                .map(ParcelSignature::envelope)
                .flatMap(envelope -> envelope(envelope).stream())
                .toList();
    }

    private Optional<byte[]> envelope(Descriptor envelope) {
        try {
            return Optional.of(folder.read(envelope, Envelope.MOST_BYTES));
        } catch (BlobMissing | BlobAltered _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The signature " + envelope.digest(), e);
        }
    }

    /** Writes a parcel, with its signatures, as one file. */
    void copy(ParcelRow row, OutputStream target) throws IOException {
        ArchiveWriter.write(target, folder, open(row).descriptor(), signatures(row));
    }
}
