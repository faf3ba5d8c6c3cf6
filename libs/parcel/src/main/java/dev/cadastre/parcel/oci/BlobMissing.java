package dev.cadastre.parcel.oci;

import java.io.IOException;

/** A blob is not where it is looked for. */
public final class BlobMissing extends IOException {

    private static final long serialVersionUID = 1L;

    private final String digest;

    /** Of that digest. */
    public BlobMissing(String digest) {
        super("there is no blob " + digest);
        this.digest = digest;
    }

    /** Of what is missing. */
    public String digest() {
        return digest;
    }
}
