package dev.cadastre.parcel.trust;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signature as it lies beside a parcel: a manifest that refers to the parcel's, and an envelope.
 *
 * @param parcel the parcel's manifest
 * @param envelope what is said of it, and signed
 */
public record SignatureArtefact(Descriptor parcel, Envelope envelope) {

    private static final String EMPTY_TYPE = "application/vnd.oci.empty.v1+json";

    /** The content of its config. */
    public static byte[] config() {
        return "{}".getBytes(StandardCharsets.US_ASCII);
    }

    /** The manifest. */
    public Manifest manifest() {
        byte[] layer = envelope.bytes();
        return new Manifest(
                Envelope.MEDIA_TYPE,
                Descriptor.of(EMPTY_TYPE, Digests.of(config()), config().length),
                List.of(Descriptor.of(Envelope.MEDIA_TYPE, Digests.of(layer), layer.length)),
                Optional.of(Descriptor.of(parcel.mediaType(), parcel.digest(), parcel.size())),
                Map.of());
    }

    /**
     * Where the envelope is, of a manifest that is a signature of a parcel; empty if it is
     * something else, or of another parcel.
     */
    public static Optional<Descriptor> envelopeOf(Manifest manifest, Descriptor parcel) {
        boolean isSignature =
                manifest.artifactType().equals(Envelope.MEDIA_TYPE)
                        && manifest.subject()
                                .filter(subject -> subject.digest().equals(parcel.digest()))
                                .isPresent()
                        && manifest.layers().size() == 1
                        && manifest.layers().get(0).mediaType().equals(Envelope.MEDIA_TYPE)
                        && manifest.layers().get(0).size() <= Envelope.MOST_BYTES;
        return isSignature ? Optional.of(manifest.layers().get(0)) : Optional.empty();
    }
}
