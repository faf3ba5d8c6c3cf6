package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.Manifest;

/** A manifest, or an index, as it was written: its digest is of these bytes. Immutable. */
public final class ManifestContent {

    private final Descriptor descriptor;
    private final byte[] bytes;

    /** Of bytes that are known to be good; they are not copied. */
    ManifestContent(String mediaType, byte[] bytes) {
        this.descriptor = Descriptor.of(mediaType, Digests.of(bytes), bytes.length);
        this.bytes = bytes;
    }

    /** One as it is written anew. */
    public static ManifestContent of(Manifest manifest) {
        return new ManifestContent(Manifest.MEDIA_TYPE, manifest.bytes());
    }

    /** Its media type, digest and size. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] sameBytes() {
        return bytes;
    }
}
