package dev.cadastre.parcel.oci;

import java.io.IOException;

/** A blob has not the size or the digest that its descriptor states; the message says which. */
public final class BlobAltered extends IOException {

    private static final long serialVersionUID = 1L;

    private final String digest;

    private BlobAltered(String digest, String message) {
        super(message);
        this.digest = digest;
    }

    static BlobAltered longer(Descriptor blob) {
        return new BlobAltered(
                blob.digest(),
                "the blob %s has more than its %d bytes".formatted(blob.digest(), blob.size()));
    }

    static BlobAltered shorter(Descriptor blob, long size) {
        return new BlobAltered(
                blob.digest(),
                "the blob %s has %d bytes, not %d".formatted(blob.digest(), size, blob.size()));
    }

    static BlobAltered other(Descriptor blob, String digest) {
        return new BlobAltered(
                blob.digest(), "the blob %s has the digest %s".formatted(blob.digest(), digest));
    }

    /** What it should have been. */
    public String digest() {
        return digest;
    }
}
