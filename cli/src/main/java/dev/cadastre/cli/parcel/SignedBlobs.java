package dev.cadastre.cli.parcel;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.trust.SignatureArtefact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The blobs of a parcel, and those of a new signature of it. Immutable. */
public final class SignedBlobs implements Blobs {

    private final Blobs parcel;
    private final Manifest manifest;
    private final Map<String, byte[]> own;

    /** Those of a parcel, with those of the signature. */
    public SignedBlobs(Blobs parcel, SignatureArtefact signature) {
        this.parcel = parcel;
        this.manifest = signature.manifest();
        this.own =
                Map.of(
                        manifest.descriptor().digest(), manifest.bytes(),
                        manifest.config().digest(), SignatureArtefact.config(),
                        manifest.layers().get(0).digest(), signature.envelope().bytes());
    }

    /** The signature's manifest. */
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public boolean has(Descriptor blob) throws IOException {
        return own.containsKey(blob.digest()) || parcel.has(blob);
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        byte[] content = own.get(blob.digest());
        return content == null ? parcel.open(blob) : new ByteArrayInputStream(content);
    }
}
