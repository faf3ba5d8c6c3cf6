package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.registry.Listing;
import dev.cadastre.parcel.trust.Envelope;
import dev.cadastre.parcel.trust.SignatureArtefact;
import java.util.List;
import java.util.Map;

/**
 * A signature of a parcel, as it lies beside it. That it is one says nothing of who made it.
 *
 * @param manifest its manifest
 * @param envelope what is signed
 */
record ParcelSignature(Descriptor manifest, Descriptor envelope) {

    /** The config of each. */
    static final Descriptor CONFIG =
            Descriptor.of(
                    "application/vnd.oci.empty.v1+json",
                    Digests.of(SignatureArtefact.config()),
                    SignatureArtefact.config().length);

    static ParcelSignature of(String digest, long bytes, String envelope, long envelopeBytes) {
        return new ParcelSignature(
                Descriptor.of(Manifest.MEDIA_TYPE, digest, bytes),
                Descriptor.of(Envelope.MEDIA_TYPE, envelope, envelopeBytes));
    }

    /** The manifest as an index lists it. */
    Descriptor listed(String parcel) {
        return new Descriptor(
                Manifest.MEDIA_TYPE,
                manifest.digest(),
                manifest.size(),
                Envelope.MEDIA_TYPE,
                Map.of(Listing.SUBJECT, parcel));
    }

    /** What it consists of; what is named comes first. */
    List<Descriptor> blobs() {
        return List.of(CONFIG, envelope, manifest);
    }
}
