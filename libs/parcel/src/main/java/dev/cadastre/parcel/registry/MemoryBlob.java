package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The only blob of its kind. */
final class MemoryBlob implements Blobs {

    private final byte[] content;
    private final Descriptor only;

    MemoryBlob(byte[] content, Descriptor only) {
        this.content = content;
        this.only = only;
    }

    @Override
    public boolean has(Descriptor blob) {
        return blob.digest().equals(only.digest());
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        if (!has(blob)) {
            throw new BlobMissing(blob.digest());
        }
        return new ByteArrayInputStream(content);
    }
}
