package dev.cadastre.server.parcels.repository;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.BlobTooLarge;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.trust.Envelope;
import dev.cadastre.parcel.trust.SignatureArtefact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what lies beside a parcel, which is signatures of it and nothing else. For one parcel. */
final class SignatureReader {

    /** More than these nobody looks at. */
    static final int MOST = 32;

    private static final String FILE = "archive";

    private final Blobs blobs;
    private final Descriptor parcel;
    private final Map<String, ParcelSignature> signatures = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    SignatureReader(Blobs blobs, Descriptor parcel) {
        this.blobs = blobs;
        this.parcel = parcel;
    }

    /** Those that are signatures, each once. */
    List<ParcelSignature> signatures() {
        return List.copyOf(signatures.values());
    }

    /** What is wrong with the others. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Reads these, by their manifests. */
    SignatureReader read(List<Descriptor> manifests) throws IOException {
        if (manifests.size() > MOST) {
            wrong(
                    "it has %d signatures, and no more than %d are looked at"
                            .formatted(manifests.size(), MOST),
                    "take away those that nobody needs");
            return this;
        }
        for (Descriptor manifest : manifests) {
            read(manifest);
        }
        return this;
    }

    private void read(Descriptor listed) throws IOException {
        try {
            Manifest manifest = Manifest.read(blobs.read(listed, Manifest.MOST_BYTES));
            Descriptor envelope =
                    SignatureArtefact.envelopeOf(manifest, parcel)
                            .filter(any -> manifest.config().equals(ParcelSignature.CONFIG))
                            .orElseThrow(() -> new MalformedJson("it is about something else"));
            Envelope.read(blobs.read(envelope, Envelope.MOST_BYTES));
            blobs.read(ParcelSignature.CONFIG, (int) ParcelSignature.CONFIG.size());
            signatures.put(
                    listed.digest(),
                    ParcelSignature.of(
                            listed.digest(), listed.size(), envelope.digest(), envelope.size()));
        } catch (MalformedJson | BlobMissing | BlobAltered | BlobTooLarge e) {
            wrong(
                    "%s is no signature of the parcel: %s"
                            .formatted(listed.digest(), e.getMessage()),
                    "sign it anew");
        }
    }

    private void wrong(String message, String remedy) {
        problems.add(Problem.error(FILE, 0, 0, "parcel.signature-wrong", message, remedy));
    }
}
