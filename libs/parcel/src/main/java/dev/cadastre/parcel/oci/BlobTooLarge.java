package dev.cadastre.parcel.oci;

import java.io.IOException;

/** A blob is larger than what is read into memory at once. */
public final class BlobTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BlobTooLarge(Descriptor blob, long most) {
        super("the blob %s has %d bytes, more than %d".formatted(blob.digest(), blob.size(), most));
    }
}
