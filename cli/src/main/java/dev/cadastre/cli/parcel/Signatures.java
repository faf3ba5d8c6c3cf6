package dev.cadastre.cli.parcel;

import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.trust.Decision;
import dev.cadastre.parcel.trust.Envelope;
import dev.cadastre.parcel.trust.KeyFiles;
import dev.cadastre.parcel.trust.SignatureArtefact;
import dev.cadastre.parcel.trust.Signer;
import dev.cadastre.parcel.trust.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a parcel is signed by one of some keys. */
public final class Signatures {

    /** Keys in files are of no environment. */
    private static final String HERE = "here";

    private Signatures() {}

    /**
     * Decides it.
     *
     * @param keys files of public keys, each of which suffices
     */
    public static Decision decide(
            OpenParcel parcel, ParcelArtefact artefact, List<Path> keys, Instant now)
            throws IOException {
        List<Signer> signers = new ArrayList<>();
        for (Path key : keys) {
            signers.add(new Signer(key.toString(), KeyFiles.readVerificationKey(key), null));
        }
        ParcelDefinition definition = artefact.contents().definition();
        Descriptor manifest = artefact.manifest().descriptor();
        return Trust.of(
                        signers,
                        Map.of(
                                HERE,
                                signers.stream().map(Signer::name).collect(Collectors.toSet())))
                .decide(
                        manifest,
                        definition.name(),
                        definition.version(),
                        envelopes(parcel, artefact, manifest),
                        HERE,
                        now);
    }

    /** What refers to a parcel may be something else than a signature. */
    private static List<byte[]> envelopes(
            OpenParcel parcel, ParcelArtefact artefact, Descriptor manifest) throws IOException {
        List<byte[]> envelopes = new ArrayList<>();
        for (Descriptor signature : parcel.signatures()) {
            byte[] json = artefact.blobs().read(signature, Manifest.MOST_BYTES);
            Optional<Descriptor> envelope;
            try {
                envelope = SignatureArtefact.envelopeOf(Manifest.read(json), manifest);
            } catch (MalformedJson e) {
                envelope = Optional.empty();
            }
            if (envelope.isPresent()) {
                envelopes.add(artefact.blobs().read(envelope.get(), Envelope.MOST_BYTES));
            }
        }
        return envelopes;
    }
}
